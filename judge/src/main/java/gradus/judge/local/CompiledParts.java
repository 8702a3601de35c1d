package gradus.judge.local;

import gradus.judge.Verdict;
import gradus.judge.compile.CompileResult;
import java.util.List;

/// The learner's parts, compiled.
///
/// @param parts the binary names of the top-level classes that run
/// @param compiled their classes
/// @param remarks what the learner may want to know about those that the library has outgrown
record CompiledParts(List<String> parts, CompileResult.Success compiled, List<Verdict.Remark> remarks) {
    CompiledParts {
        parts = List.copyOf(parts);
        remarks = List.copyOf(remarks);
    }
}
