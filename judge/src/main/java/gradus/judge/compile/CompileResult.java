package gradus.judge.compile;

import gradus.judge.javac.CompileError;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// The result of a compilation.
public sealed interface CompileResult {

    /// @param classes by binary name
    /// @param took time in the compiler
    /// @param layouts of the parts among the sources, by path
    record Success(Map<String, byte[]> classes, Duration took, Map<String, PartLayout> layouts)
            implements CompileResult {
        public Success {
            classes = Map.copyOf(classes);
            layouts = Map.copyOf(layouts);
        }
    }

    record Failure(List<CompileError> errors) implements CompileResult {
        public Failure {
            errors = List.copyOf(errors);
        }
    }

    /// The compiler didn't finish within the time limit.
    record Timeout(Duration limit) implements CompileResult {}
}
