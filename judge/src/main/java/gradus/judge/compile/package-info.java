/// Step 2, in a separate process: compiles sources to classes, and explains the compiler's errors in plain
/// words.
package gradus.judge.compile;
