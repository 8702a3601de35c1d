package gradus.course;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A lab: what the learner hands in at the end of a lesson, and how it is judged.
public sealed interface Lab permits Arena, Audit, Coding, Milestone, Testing {

    /// The id of its lesson.
    String lesson();

    /// The task and its terms, rendered.
    String statement();

    /// What is run or compared, one by one.
    List<Check> checks();

    /// What a verdict has a result for: the checks, and the cases to decide besides them.
    default List<Check> graded() {
        return checks();
    }

    /// `lab.md`.
    Path file();

    /// The limits of a run of the lab, and how the JVM is made that it runs in.
    ///
    /// @param seconds of processor time, for each of the threads that may compute
    /// @param megabytes of heap
    record Limits(int seconds, int megabytes, Profile profile) {
        public static final Limits DEFAULT = new Limits(10, 256);

        /// Limits of a run in the strict profile.
        public Limits(int seconds, int megabytes) {
            this(seconds, megabytes, new Profile.Strict());
        }

        /// The processor time of all threads together.
        public Duration processorTime() {
            return switch (profile) {
                case Profile.Strict _ -> Duration.ofSeconds(seconds);
                case Profile.Compute(int threads) -> Duration.ofSeconds((long) seconds * threads);
            };
        }
    }

    /// The check on behaviour: "reads 96 % of the digits". It runs last, and only if all others have passed.
    ///
    /// @param check its id
    /// @param run the limits of a run of its own, if it takes longer than anybody waits for a verdict
    record Gate(String check, Optional<Limits> run) {

        /// A gate that runs together with the other checks.
        public static Gate among(String check) {
            return new Gate(check, Optional.empty());
        }
    }

    /// One member to write.
    ///
    /// @param id the name of the member or group: `nearest`
    /// @param hints rendered: a question, a pointer, an explanation
    record Task(String id, List<String> hints) {
        public Task {
            hints = List.copyOf(hints);
        }
    }

    /// A clause of the contract: what the learner's code must do, or may rely on.
    ///
    /// @param id `ties`; learners never see it
    /// @param html the clause, rendered
    /// @param precise whether it is one of the precise bounds, which are folded away at first
    /// @param line its line in `lab.md`, from 1
    record Clause(String id, String html, boolean precise, int line) {}

    /// One check.
    ///
    /// @param id `VectorChecks#dotByHand`
    /// @param title a sentence: "the dot product of (1, 2, 3) and (4, 5, 6) is 32"
    /// @param visible whether the learner has its source in the workspace
    /// @param clauses the ids of the clauses of the contract that it holds
    record Check(
            String id, String className, String method, String title, boolean visible, int line, List<String> clauses) {
        public Check {
            clauses = List.copyOf(clauses);
        }

        /// A check that holds no clause.
        public Check(String id, String className, String method, String title, boolean visible, int line) {
            this(id, className, method, title, visible, line, List.of());
        }
    }

    /// A wrong solution, an alternative right solution or an ablation, as its author wrote it. What it
    /// leaves to the library is completed by `gradus.course.cut.SolutionSources`.
    ///
    /// @param name its folder: `index-for-label`
    /// @param misconception the id of the misconception behind a wrong solution; empty for a right one
    /// @param hints the hints of a wrong solution, rendered: a question, a pointer, an explanation
    /// @param sources the classes that it replaces as a whole
    /// @param parts the classes of which it replaces members only
    /// @param fingerprint how a wrong solution fails, if that has been proved
    record Solution(
            String name,
            Optional<String> misconception,
            List<String> hints,
            List<Source> sources,
            List<Source> parts,
            Path folder,
            Optional<FailureFingerprint> fingerprint) {
        public Solution {
            hints = List.copyOf(hints);
            sources = List.copyOf(sources);
            parts = List.copyOf(parts);
        }

        /// A solution of complete classes, of which nothing has been proved.
        public Solution(
                String name, Optional<String> misconception, List<String> hints, List<Source> sources, Path folder) {
            this(name, misconception, hints, sources, List.of(), folder, Optional.empty());
        }

        /// The same solution, which is known to fail in this way.
        public Solution withFingerprint(FailureFingerprint proved) {
            return new Solution(name, misconception, hints, sources, parts, folder, Optional.of(proved));
        }
    }
}
