package gradus.judge.compile;

import gradus.course.cut.Merged;
import gradus.judge.javac.Compilation;
import gradus.judge.javac.CompileError;
import gradus.judge.javac.Javac;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Lays the learner's members over the library's classes and compiles the result.
///
/// A file that is no Java, or whose members fit their class only together with the rest of the file, such as
/// other fields, is compiled as it is.
final class PartCompiler implements Compiler {

    private final Javac javac;
    private final PartMerger merger = new PartMerger();

    PartCompiler(Javac javac) {
        this.javac = javac;
    }

    @Override
    public CompileResult compile(SourceSet sources, Map<String, byte[]> providedClasses) {
        var merged = new TreeMap<String, Merged>();
        sources.parts().forEach(part -> merged.put(part.path(), merger.merge(part)));
        return switch (compile(sources, merged, providedClasses)) {
            case CompileResult.Failure failure -> withWholeFiles(failure, sources, merged, providedClasses);
            case CompileResult.Success success -> success;
            case CompileResult.Timeout timeout -> timeout;
        };
    }

    private CompileResult compile(SourceSet sources, Map<String, Merged> merged, Map<String, byte[]> providedClasses) {
        var texts = new TreeMap<>(sources.files());
        merged.forEach((path, each) -> texts.put(path, each.source().text()));
        return switch (javac.compile(texts, providedClasses)) {
            case Compilation.Compiled compiled -> {
                var layouts = new HashMap<String, PartLayout>();
                merged.forEach((path, each) -> layouts.put(path, PartLayout.of(each)));
                yield new CompileResult.Success(compiled.classes(), compiled.took(), layouts);
            }
            case Compilation.Rejected rejected -> new CompileResult.Failure(rejected.errors());
        };
    }

    /// Tries again with the whole files of classes in which the library's code didn't compile. What the
    /// learner's members are blamed for counts first.
    private CompileResult withWholeFiles(
            CompileResult.Failure failure,
            SourceSet sources,
            Map<String, Merged> merged,
            Map<String, byte[]> providedClasses) {
        Set<String> unfit = failure.errors().stream()
                .filter(error -> !isLearners(error, merged))
                .map(CompileError::path)
                .collect(Collectors.toSet());
        if (unfit.isEmpty()) {
            return failure;
        }
        var whole = new TreeMap<>(merged);
        sources.parts().stream()
                .filter(part -> unfit.contains(part.path()))
                .forEach(part -> whole.put(part.path(), Merged.whole(part.newest())));
        CompileResult again = compile(sources, whole, providedClasses);
        List<CompileError> learners = failure.errors().stream()
                .filter(error -> isLearners(error, merged))
                .toList();
        return again instanceof CompileResult.Success || learners.isEmpty()
                ? again
                : new CompileResult.Failure(learners);
    }

    private static boolean isLearners(CompileError error, Map<String, Merged> merged) {
        Merged source = merged.get(error.path());
        return source == null || source.isLearners(error.line());
    }
}
