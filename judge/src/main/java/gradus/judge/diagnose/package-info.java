/// Step 4: from a finished run to a verdict. Which known mistake the failures look like, and one sentence on
/// where to look.
package gradus.judge.diagnose;
