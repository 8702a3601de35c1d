package gradus.judge.build;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// What came of compiling.
public sealed interface Built {

    /// @param classes by binary name
    /// @param took time in the compiler
    record Classes(Map<String, byte[]> classes, Duration took) implements Built {
        public Classes {
            classes = Map.copyOf(classes);
        }
    }

    record Refused(List<Complaint> complaints) implements Built {
        public Refused {
            complaints = List.copyOf(complaints);
        }
    }

    /// The compiler was not through when its time was.
    record TooSlow(Duration limit) implements Built {}
}
