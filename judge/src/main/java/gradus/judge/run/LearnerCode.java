package gradus.judge.run;

import gradus.course.Source;
import gradus.judge.compile.CompileResult;
import gradus.judge.compile.PartLayout;
import gradus.judge.support.CompiledLibrary;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Which of the running code the learner wrote.
///
/// @param classes the top-level classes that are compiled from the learner's files
/// @param layouts where the learner's members are in those that the library has too, by path
public record LearnerCode(Set<String> classes, Map<String, PartLayout> layouts) {

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
}
