/// Step 1, and part of step 2: whether a submission has the files it should have, and whether the compiled
/// classes keep the contract that the rest of the library relies on.
package gradus.judge.validate;
