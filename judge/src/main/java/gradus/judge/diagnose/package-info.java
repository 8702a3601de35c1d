/// Step 4: from a finished run to a verdict. Finds the known mistake that the failures match, and writes one
/// message on where to look.
package gradus.judge.diagnose;
