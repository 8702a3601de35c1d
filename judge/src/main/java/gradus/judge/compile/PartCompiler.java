package gradus.judge.compile;

import gradus.course.Source;
import gradus.course.cut.Merged;
import gradus.course.cut.Merged.Remark;
import gradus.course.cut.Merger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Lays the learner's members over the library's classes and compiles the result.
///
/// A file that is no Java, or whose members fit their class only together with the rest of the file, such as
/// other fields, is compiled as it is.
final class PartCompiler implements Compiler {

    private final Javac javac;

    PartCompiler(Javac javac) {
        this.javac = javac;
    }

    @Override
    public CompileResult compile(SourceSet sources, Map<String, byte[]> providedClasses) {
        var merged = new TreeMap<String, Merged>();
        sources.parts().forEach(part -> merged.put(part.path(), merge(part)));
        return switch (compile(sources, merged, providedClasses)) {
            case CompileResult.Failure failure -> withWholeFiles(failure, sources, merged, providedClasses);
            case CompileResult.Success success -> success;
            case CompileResult.Timeout timeout -> timeout;
        };
    }

    private CompileResult compile(SourceSet sources, Map<String, Merged> merged, Map<String, byte[]> providedClasses) {
        var texts = new TreeMap<>(sources.files());
        merged.forEach((path, each) -> texts.put(path, each.source().text()));
        CompileResult result = javac.compile(texts, providedClasses);
        if (!(result instanceof CompileResult.Success success)) {
            return result;
        }
        var layouts = new HashMap<String, PartLayout>();
        merged.forEach((path, each) -> layouts.put(path, PartLayout.of(each)));
        return new CompileResult.Success(success.classes(), success.took(), layouts);
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

    private static Merged merge(PartSource part) {
        List<PartSource.Own> files = withoutRepetitions(part);
        Source base = part.library();
        var remarks = new ArrayList<Remark>();
        for (PartSource.Own file : files.subList(0, files.size() - 1)) {
            try {
                Merged older = merge(base, part, file);
                base = older.source();
                remarks.addAll(older.remarks());
            } catch (IllegalArgumentException | StackOverflowError e) {
                // It has passed with another library; without it, the library's members run.
                continue;
            }
        }
        try {
            Merged newest = merge(base, part, files.getLast());
            remarks.addAll(newest.remarks());
            return new Merged(newest.source(), newest.lines(), remarks);
        } catch (IllegalArgumentException | StackOverflowError e) {
            // The compiler explains why it is no Java.
            return Merged.whole(part.newest());
        }
    }

    private static Merged merge(Source base, PartSource part, PartSource.Own file) {
        return Merger.merge(base, part.source(file), file.members(), file.renames());
    }

    /// Members of an older file that are the same in the newest one run from there, on the lines where the
    /// learner sees them.
    private static List<PartSource.Own> withoutRepetitions(PartSource part) {
        PartSource.Own newest = part.own().getLast();
        var files = new ArrayList<PartSource.Own>();
        for (PartSource.Own older : part.own().subList(0, part.own().size() - 1)) {
            if (isSame(part, older, newest)) {
                newest = new PartSource.Own(
                        newest.text(),
                        Stream.concat(newest.members().stream(), older.members().stream())
                                .distinct()
                                .toList(),
                        Stream.concat(newest.renames().stream(), older.renames().stream())
                                .distinct()
                                .toList());
            } else {
                files.add(older);
            }
        }
        files.add(newest);
        return files;
    }

    private static boolean isSame(PartSource part, PartSource.Own older, PartSource.Own newest) {
        try {
            Merged before = merge(part.library(), part, older);
            Merged now =
                    merge(part.library(), part, new PartSource.Own(newest.text(), older.members(), older.renames()));
            return before.isSameCode(now);
        } catch (IllegalArgumentException | StackOverflowError e) {
            return false;
        }
    }
}
