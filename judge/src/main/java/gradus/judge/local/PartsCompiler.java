package gradus.judge.local;

import gradus.course.Source;
import gradus.judge.LearnerParts;
import gradus.judge.Verdict;
import gradus.judge.compile.CompileResult;
import gradus.judge.compile.Compiler;
import gradus.judge.compile.SourceSet;
import gradus.judge.diagnose.RemarkMessages;
import gradus.judge.javac.CompileError;
import gradus.judge.support.JudgeException;
import gradus.judge.validate.BinaryCompatibilityChecker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/// Compiles the learner's parts together. The library may have changed since they passed: a part that doesn't
/// fit it any more is set aside with a remark, and the library's class runs.
final class PartsCompiler {

    private static final CompileResult.Success NOTHING = new CompileResult.Success(Map.of(), Duration.ZERO, Map.of());

    private final Compiler compiler;
    private final BinaryCompatibilityChecker contract;
    private final Map<String, byte[]> providedClasses;
    private final Function<LearnerParts, SourceSet> sources;

    /// @param sources what to compile for these parts alone
    PartsCompiler(
            Compiler compiler,
            BinaryCompatibilityChecker contract,
            Map<String, byte[]> providedClasses,
            Function<LearnerParts, SourceSet> sources) {
        this.compiler = compiler;
        this.contract = contract;
        this.providedClasses = providedClasses;
        this.sources = sources;
    }

    CompiledParts compile(LearnerParts learnerParts) {
        return compile(learnerParts, sources);
    }

    /// @param together what to compile for these parts and something else, which compiles without them
    CompiledParts compile(LearnerParts learnerParts, Function<LearnerParts, SourceSet> together) {
        LearnerParts left = learnerParts;
        var remarks = new ArrayList<Verdict.Remark>();
        while (true) {
            SourceSet all = together.apply(left);
            if (all.isEmpty()) {
                return new CompiledParts(List.of(), NOTHING, remarks);
            }
            CompileResult result = compiler.compile(all, providedClasses);
            Optional<Unfit> unfit = unfit(left, result);
            if (unfit.isPresent()) {
                remarks.add(
                        RemarkMessages.setAside(unfit.get().type(), unfit.get().error()));
                left = left.without(unfit.get().type());
            } else if (result instanceof CompileResult.Success success) {
                List<String> types = types(left);
                types.forEach(type -> Optional.ofNullable(success.layouts().get(Source.pathOf(type)))
                        .ifPresent(layout -> remarks.addAll(RemarkMessages.remarks(type, layout))));
                return new CompiledParts(types, success, remarks);
            } else {
                throw new JudgeException("the learner's parts don't compile, though none is at fault: " + result);
            }
        }
    }

    private static List<String> types(LearnerParts learnerParts) {
        return List.copyOf(new TreeSet<>(learnerParts.parts().keySet()));
    }

    private record Unfit(String type, CompileError error) {}

    /// A part that doesn't fit; empty if all do.
    private Optional<Unfit> unfit(LearnerParts learnerParts, CompileResult result) {
        List<String> types = types(learnerParts);
        return switch (result) {
            case CompileResult.Success success ->
                types.stream()
                        .flatMap(type -> violation(type, success).stream())
                        .findFirst();
            case CompileResult.Failure failure ->
                failure.errors().stream()
                        .flatMap(error -> types.stream()
                                .filter(type -> Source.pathOf(type).equals(error.path()))
                                .map(type -> new Unfit(type, error)))
                        .findFirst()
                        .or(() -> unfitAlone(learnerParts))
                        .or(() -> last(types, "other classes don't compile with it"));
            case CompileResult.Timeout timeout ->
                last(types, "compiling it took longer than " + timeout.limit().toSeconds() + " s");
        };
    }

    private Optional<Unfit> violation(String type, CompileResult.Success compiled) {
        return contract.violations(type, Source.pathOf(type), compiled.classes()).stream()
                .findFirst()
                .map(error -> new Unfit(type, error));
    }

    /// A part whose lack of a member made another class fail: it says so itself when compiled alone.
    private Optional<Unfit> unfitAlone(LearnerParts learnerParts) {
        for (String type : types(learnerParts)) {
            var one = new LearnerParts(Map.of(type, learnerParts.of(type)));
            if (compiler.compile(sources.apply(one), providedClasses) instanceof CompileResult.Success success) {
                Optional<Unfit> violation = violation(type, success);
                if (violation.isPresent()) {
                    return violation;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Unfit> last(List<String> types, String message) {
        return types.isEmpty()
                ? Optional.empty()
                : Optional.of(new Unfit(types.getLast(), CompileError.inFile(Source.pathOf(types.getLast()), message)));
    }
}
