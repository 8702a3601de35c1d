package gradus.proctor.transcript;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// A job for a child JVM: classes, and a task to do with them.
///
/// @param library the classes of the library, by binary name. They are sent because the child can't read them
///     from disk: they contain the solutions of labs
/// @param parts classes that replace those of the library, and classes of labs with sources of their own, by
///     binary name. If a class is in here, neither the library's class of that name nor its nested classes
///     are loaded
/// @param clients classes that use them: checks, a figure, a snippet
public record Job(Map<String, byte[]> library, Map<String, byte[]> parts, Map<String, byte[]> clients, Task task) {

    public Job {
        library = Map.copyOf(library);
        parts = Map.copyOf(parts);
        clients = Map.copyOf(clients);
    }

    /// The task to do with the classes.
    public sealed interface Task {}

    /// Runs all of these checks, in this order, even if some fail; a gate only if none before it has failed.
    ///
    /// @param seed the seed of what checks draw; empty if each uses its own
    public record RunChecks(List<CheckMethod> checks, OptionalLong seed) implements Task {
        public RunChecks {
            checks = List.copyOf(checks);
        }

        /// Runs the checks with their own seeds.
        public RunChecks(List<CheckMethod> checks) {
            this(checks, OptionalLong.empty());
        }
    }

    /// Runs tests that a learner wrote, in this order, even if some fail. Whatever they do is a result, never
    /// a fault of the lab.
    public record RunTests(List<CheckMethod> tests) implements Task {
        public RunTests {
            tests = List.copyOf(tests);
        }
    }

    /// Fits a contender of an arena, and scores it on each example.
    ///
    /// @param className the class of the arena
    /// @param fold what it is scored on; empty for the hidden test
    public record RunContender(String className, String contender, OptionalInt fold) implements Task {}

    /// Draws the figure of this class for every [DrawRequest], until there are no more.
    public record DrawFigure(String className) implements Task {}

    /// Runs the main method of this class.
    public record RunMain(String className) implements Task {}

    /// One check.
    ///
    /// @param id the name of the check in events
    /// @param className the binary name of its class
    /// @param isGate whether it is the check on behaviour, which may take long and says nothing new about code
    ///     that has failed already
    public record CheckMethod(String id, String className, String method, boolean isGate) {}

    /// A request for one picture.
    ///
    /// @param controlValues the values of the controls that were moved, by name
    public record DrawRequest(Map<String, String> controlValues) {
        public DrawRequest {
            controlValues = Map.copyOf(controlValues);
        }
    }
}
