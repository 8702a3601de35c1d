/// What the judge takes and gives: a [Submission] goes in, a [Verdict] comes out. [Judge], [FigureRenderer]
/// and [SnippetRunner] say what can be asked; [Health] says what the sandbox blocks on this machine. The
/// implementation is in gradus.judge.local.
package gradus.judge;
