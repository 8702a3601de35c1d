/// Step 2, in a process of its own: from sources to classes, with the compiler's errors explained in plain
/// words.
package gradus.judge.compile;
