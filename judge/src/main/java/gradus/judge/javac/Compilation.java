package gradus.judge.javac;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// What the compiler made of some sources.
public sealed interface Compilation {

    /// @param classes by binary name
    /// @param took time in the compiler
    record Compiled(Map<String, byte[]> classes, Duration took) implements Compilation {
        public Compiled {
            classes = Map.copyOf(classes);
        }
    }

    record Rejected(List<CompileError> errors) implements Compilation {
        public Rejected {
            errors = List.copyOf(errors);
        }
    }
}
