/// Step 1, and part of step 2: checks that a submission has the right files, and that its compiled classes
/// keep the contract that the rest of the library relies on.
package gradus.judge.validate;
