package gradus.judge.run;

import gradus.course.Source;
import gradus.judge.compile.CompileResult;
import gradus.judge.compile.PartLayout;
import gradus.judge.support.CompiledLibrary;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/// Which of the running code the learner wrote.
///
/// @param classes the top-level classes that are compiled from the learner's files
/// @param layouts where the learner's members are in those that the library has too, by path
public record LearnerCode(Set<String> classes, Map<String, PartLayout> layouts) {

    private static final int MIN_SAMPLES = 5;

    public LearnerCode {
        classes = Set.copyOf(classes);
        layouts = Map.copyOf(layouts);
    }

    public static LearnerCode of(CompileResult.Success compiled) {
        return new LearnerCode(
                compiled.classes().keySet().stream()
                        .map(CompiledLibrary::topLevelName)
                        .collect(Collectors.toSet()),
                compiled.layouts());
    }

    /// Whether the learner wrote a line of a class, nested or not.
    ///
    /// @param line from 1; if unknown, 0 or less, the class decides
    public boolean contains(String className, int line) {
        String type = CompiledLibrary.topLevelName(className);
        PartLayout layout = layouts.get(Source.pathOf(type));
        return classes.contains(type) && (layout == null || line <= 0 || layout.isLearners(line));
    }

    /// The percentage of the time in library and lab that was spent in the learner's own classes; time in the
    /// checks themselves doesn't count. Empty if the run was too short to sample.
    ///
    /// @param samples by class and line: `gradus.ml.linalg.Vector:41`
    OptionalInt percentOf(Map<String, Integer> samples) {
        int learner = 0;
        int all = 0;
        for (Map.Entry<String, Integer> sample : samples.entrySet()) {
            if (!sample.getKey().startsWith("gradus.checks.")) {
                all += sample.getValue();
                learner += isLearners(sample.getKey()) ? sample.getValue() : 0;
            }
        }
        return all < MIN_SAMPLES ? OptionalInt.empty() : OptionalInt.of(Math.round(100f * learner / all));
    }

    private boolean isLearners(String sample) {
        int colon = sample.indexOf(':');
        return colon < 0
                ? contains(sample, 0)
                : contains(sample.substring(0, colon), line(sample.substring(colon + 1)));
    }

    /// The child may have written anything.
    private static int line(String digits) {
        return digits.matches("\\d{1,6}") ? Integer.parseInt(digits) : 0;
    }
}
