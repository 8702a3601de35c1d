package gradus.course;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A lab: the code that the learner writes in a lesson, and how it is checked.
///
/// @param lesson the id of its lesson
/// @param cuts the members that the learner writes, one cut for each class
/// @param renames members of these classes that had another name when learners wrote them
/// @param libraryUse what of the library a submission may call
/// @param limits the limits of a run
/// @param data the ids of the data sets that checks and figures read
/// @param gate the id of the check on behaviour, if the lab has one
/// @param statement the task, its contract and what is out of scope, rendered
/// @param clauses the clauses of the contract, in order
/// @param tasks the members to write, each with its hints
/// @param rebuild the tasks that the learner is asked to write again from memory, weeks later
/// @param checks all checks, in the order of the source
/// @param checkSources the sources of the check classes
/// @param references the library's sources of the classes that it cuts
/// @param wrongSolutions plausible wrong solutions
/// @param rightSolutions alternative solutions that must pass
/// @param ablations the library's solution without one of its ideas, which must fail the gate
/// @param file `lab.md`
public record Lab(
        String lesson,
        List<Cut> cuts,
        List<Rename> renames,
        LibraryUse libraryUse,
        Limits limits,
        List<String> data,
        Optional<String> gate,
        String statement,
        List<Clause> clauses,
        List<Task> tasks,
        List<String> rebuild,
        List<Check> checks,
        List<Source> checkSources,
        List<Source> references,
        List<Solution> wrongSolutions,
        List<Solution> rightSolutions,
        List<Solution> ablations,
        Path file) {

    public Lab {
        cuts = List.copyOf(cuts);
        renames = List.copyOf(renames);
        data = List.copyOf(data);
        clauses = List.copyOf(clauses);
        tasks = List.copyOf(tasks);
        rebuild = List.copyOf(rebuild);
        checks = List.copyOf(checks);
        checkSources = List.copyOf(checkSources);
        references = List.copyOf(references);
        wrongSolutions = List.copyOf(wrongSolutions);
        rightSolutions = List.copyOf(rightSolutions);
        ablations = List.copyOf(ablations);
    }

    /// A lab without ablations, whose solutions are complete.
    public Lab(
            String lesson,
            List<Cut> cuts,
            List<Rename> renames,
            LibraryUse libraryUse,
            Limits limits,
            List<String> data,
            Optional<String> gate,
            String statement,
            List<Clause> clauses,
            List<Task> tasks,
            List<String> rebuild,
            List<Check> checks,
            List<Source> checkSources,
            List<Solution> wrongSolutions,
            List<Solution> rightSolutions,
            Path file) {
        this(
                lesson,
                cuts,
                renames,
                libraryUse,
                limits,
                data,
                gate,
                statement,
                clauses,
                tasks,
                rebuild,
                checks,
                checkSources,
                List.of(),
                wrongSolutions,
                rightSolutions,
                List.of(),
                file);
    }

    /// The same lab with other wrong solutions.
    public Lab withWrongSolutions(List<Solution> others) {
        return new Lab(
                lesson,
                cuts,
                renames,
                libraryUse,
                limits,
                data,
                gate,
                statement,
                clauses,
                tasks,
                rebuild,
                checks,
                checkSources,
                references,
                others,
                rightSolutions,
                ablations,
                file);
    }

    /// The same lab with other limits of a run.
    public Lab withLimits(Limits other) {
        return new Lab(
                lesson,
                cuts,
                renames,
                libraryUse,
                other,
                data,
                gate,
                statement,
                clauses,
                tasks,
                rebuild,
                checks,
                checkSources,
                references,
                wrongSolutions,
                rightSolutions,
                ablations,
                file);
    }

    /// The same lab, where other things may be called.
    public Lab withLibraryUse(LibraryUse other) {
        return new Lab(
                lesson,
                cuts,
                renames,
                other,
                limits,
                data,
                gate,
                statement,
                clauses,
                tasks,
                rebuild,
                checks,
                checkSources,
                references,
                wrongSolutions,
                rightSolutions,
                ablations,
                file);
    }

    /// Whether `check` is the check on behaviour. It runs last, and only if all others have passed.
    public boolean isGate(Check check) {
        return gate.equals(Optional.of(check.id()));
    }

    /// The clauses that the check with this id holds, in its order.
    public List<Clause> clausesOf(String check) {
        return checks.stream()
                .filter(one -> one.id().equals(check))
                .flatMap(one -> one.clauses().stream())
                .flatMap(id -> clauses.stream().filter(clause -> clause.id().equals(id)))
                .toList();
    }

    /// What the lab cuts of the top-level class `type`; empty if it doesn't cut it.
    public Optional<Cut> cut(String type) {
        return cuts.stream().filter(cut -> cut.type().equals(type)).findFirst();
    }

    /// The limits of a run of the lab: seconds of wall-clock time, megabytes of heap.
    public record Limits(int seconds, int megabytes) {
        public static final Limits DEFAULT = new Limits(10, 256);
    }

    /// One member to write.
    ///
    /// @param id the name of the member or group: `nearest`
    /// @param hints rendered: a question, a pointer, an explanation
    public record Task(String id, List<String> hints) {
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
    public record Clause(String id, String html, boolean precise, int line) {}

    /// One check.
    ///
    /// @param id `VectorChecks#dotByHand`
    /// @param title a sentence: "the dot product of (1, 2, 3) and (4, 5, 6) is 32"
    /// @param visible whether the learner has its source in the workspace
    /// @param clauses the ids of the clauses of the contract that it holds
    public record Check(
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
    public record Solution(
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
