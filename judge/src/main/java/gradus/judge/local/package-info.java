/// The judge on this machine, put together: [LocalJudge] checks submissions, [LocalFigureRenderer] draws
/// figures, [LocalSnippetRunner] runs the programs of a page. Read [LocalJudge] first: one method shows how a
/// submission goes through validate, compile, run and diagnose.
package gradus.judge.local;
