package gradus.course;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What the learner writes in a lesson, and how it is checked.
///
/// @param lesson the id of its lesson
/// @param cuts the members that the learner writes, a cut for each class
/// @param limits what a run may use
/// @param data the ids of the data sets that checks and figures read
/// @param gate the id of the check on behaviour, if the lab has one
/// @param statement the task, its contract and what is out of scope, rendered
/// @param tasks what is to be written, each with its hints
/// @param checks every check, in the order in which it stands in the source
/// @param checkSources the classes that hold them
/// @param wrongSolutions plausible wrong answers
/// @param rightSolutions other answers that must pass
/// @param file `lab.md`
public record Lab(
        String lesson,
        List<Cut> cuts,
        Limits limits,
        List<String> data,
        Optional<String> gate,
        String statement,
        List<Task> tasks,
        List<Check> checks,
        List<Source> checkSources,
        List<Solution> wrongSolutions,
        List<Solution> rightSolutions,
        Path file) {

    public Lab {
        cuts = List.copyOf(cuts);
        data = List.copyOf(data);
        tasks = List.copyOf(tasks);
        checks = List.copyOf(checks);
        checkSources = List.copyOf(checkSources);
        wrongSolutions = List.copyOf(wrongSolutions);
        rightSolutions = List.copyOf(rightSolutions);
    }

    /// What a run of the lab may use: seconds of wall clock, megabytes of heap.
    public record Limits(int seconds, int megabytes) {
        public static final Limits DEFAULT = new Limits(10, 256);
    }

    /// One thing to write.
    ///
    /// @param id the name of the member or group: `nearest`
    /// @param hints rendered, from a question through a pointer to an explanation
    public record Task(String id, List<String> hints) {
        public Task {
            hints = List.copyOf(hints);
        }
    }

    /// One check.
    ///
    /// @param id `VectorChecks#dotByHand`
    /// @param title a sentence: "the dot product of (1, 2, 3) and (4, 5, 6) is 32"
    /// @param visible whether the learner has its source in the workspace
    public record Check(String id, String className, String method, String title, boolean visible, int line) {}

    /// A wrong or another right solution: the sources that it replaces.
    ///
    /// @param name its folder: `index-for-label`
    /// @param misconception the id of the belief behind a wrong solution; empty for a right one
    /// @param hints of a wrong solution, rendered: a question, a pointer, an explanation
    /// @param sources complete sources by path, members already laid over the reference
    public record Solution(
            String name, Optional<String> misconception, List<String> hints, List<Source> sources, Path folder) {
        public Solution {
            hints = List.copyOf(hints);
            sources = List.copyOf(sources);
        }
    }
}
