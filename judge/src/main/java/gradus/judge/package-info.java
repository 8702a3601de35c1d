/// The API of the judge: a [Submission] goes in, a [Verdict] comes out. [Judge], [FigureRenderer], [SnippetRunner] and
/// [AnswerRunner] are its services; [SelfTestReport] says what the sandbox blocks on this machine. The implementation
/// is in gradus.judge.local.
package gradus.judge;
