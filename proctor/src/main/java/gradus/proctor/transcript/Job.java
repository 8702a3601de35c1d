package gradus.proctor.transcript;

import java.util.List;
import java.util.Map;

/// What a child JVM is to do.
///
/// @param library its classes, by binary name: they lie on no disk that the child can read, because they are
///     the solutions of labs
/// @param parts classes that take the place of the library's, and classes of labs with a source of their own,
///     by binary name; of a class that is here nothing of the library's own is loaded, its nested classes
///     included
/// @param clients classes that run beside them: checks, a figure, a snippet
public record Job(Map<String, byte[]> library, Map<String, byte[]> parts, Map<String, byte[]> clients, Task task) {

    public Job {
        library = Map.copyOf(library);
        parts = Map.copyOf(parts);
        clients = Map.copyOf(clients);
    }

    /// What is to be done with the classes.
    public sealed interface Task {}

    /// Runs these checks, in this order, every one to its end.
    public record RunChecks(List<CheckMethod> checks) implements Task {
        public RunChecks {
            checks = List.copyOf(checks);
        }
    }

    /// Makes the figure of this class, then draws it for every [DrawRequest] until there are no more.
    public record DrawFigure(String className) implements Task {}

    /// Runs the main method of this class.
    public record RunMain(String className) implements Task {}

    /// One check.
    ///
    /// @param id what the events call it
    /// @param className its binary class name
    public record CheckMethod(String id, String className, String method) {}

    /// Asks for one picture: where the controls stand that were moved, by name.
    public record DrawRequest(Map<String, String> controlValues) {
        public DrawRequest {
            controlValues = Map.copyOf(controlValues);
        }
    }
}
