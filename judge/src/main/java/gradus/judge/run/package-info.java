/// Step 3: the checks of a compiled lab, run on a compiled submission in a child JVM.
package gradus.judge.run;
