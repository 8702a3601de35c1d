package gradus.course;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A lab in which the learner writes code, which checks run. It may have cases to decide as well.
///
/// @param lesson the id of its lesson
/// @param cuts the members that the learner writes, one cut for each class
/// @param renames members of these classes that had another name when learners wrote them
/// @param libraryUse what of the library a submission may call
/// @param limits the limits of a run
/// @param data the ids of the data sets that checks and figures read
/// @param gate the check on behaviour, if the lab has one
/// @param statement the task, its contract and what is out of scope, rendered
/// @param clauses the clauses of the contract, in order
/// @param decisions the cases that the learner decides, if there are any
/// @param tasks the members to write, each with its hints
/// @param rebuild the tasks that the learner is asked to write again from memory, weeks later
/// @param checks all checks of the code, in the order of the source
/// @param checkSources the sources of the check classes
/// @param references the library's sources of the classes that it cuts
/// @param wrongSolutions plausible wrong solutions
/// @param rightSolutions alternative solutions that must pass
/// @param ablations the library's solution without one of its ideas, which must fail the gate
/// @param file `lab.md`
public record Coding(
        String lesson,
        List<Cut> cuts,
        List<Rename> renames,
        LibraryUse libraryUse,
        Limits limits,
        List<String> data,
        Optional<Gate> gate,
        String statement,
        List<Clause> clauses,
        Optional<Decisions> decisions,
        List<Task> tasks,
        List<String> rebuild,
        List<Check> checks,
        List<Source> checkSources,
        List<Source> references,
        List<Solution> wrongSolutions,
        List<Solution> rightSolutions,
        List<Solution> ablations,
        Path file)
        implements Lab {

    public Coding {
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

    /// A lab without decisions and ablations, whose solutions are complete.
    public Coding(
            String lesson,
            List<Cut> cuts,
            List<Rename> renames,
            LibraryUse libraryUse,
            Limits limits,
            List<String> data,
            Optional<Gate> gate,
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
                Optional.empty(),
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
    public Coding withWrongSolutions(List<Solution> others) {
        return new Coding(
                lesson,
                cuts,
                renames,
                libraryUse,
                limits,
                data,
                gate,
                statement,
                clauses,
                decisions,
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
    public Coding withLimits(Limits other) {
        return new Coding(
                lesson,
                cuts,
                renames,
                libraryUse,
                other,
                data,
                gate,
                statement,
                clauses,
                decisions,
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
    public Coding withLibraryUse(LibraryUse other) {
        return new Coding(
                lesson,
                cuts,
                renames,
                other,
                limits,
                data,
                gate,
                statement,
                clauses,
                decisions,
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

    /// The same lab with cases to decide.
    public Coding withDecisions(Decisions other) {
        return new Coding(
                lesson,
                cuts,
                renames,
                libraryUse,
                limits,
                data,
                gate,
                statement,
                clauses,
                Optional.of(other),
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

    /// Whether `check` is the check on behaviour.
    public boolean isGate(Check check) {
        return gate.map(Gate::check).equals(Optional.of(check.id()));
    }

    /// The limits of the run of the gate, if it has a run of its own.
    public Optional<Limits> gateRun() {
        return gate.flatMap(Gate::run);
    }

    /// The same lab with the limits of the run of its gate.
    ///
    /// @throws java.util.NoSuchElementException if the gate has no run of its own
    public Coding atGate() {
        return withLimits(gateRun().orElseThrow());
    }

    /// The gate, as one of the checks.
    public Optional<Check> gateCheck() {
        return checks.stream().filter(this::isGate).findFirst();
    }

    /// The checks that run when the learner asks for a verdict: all but a gate that has a run of its own.
    public List<Check> quickChecks() {
        return checks.stream()
                .filter(check -> gateRun().isEmpty() || !isGate(check))
                .toList();
    }

    @Override
    public List<Check> graded() {
        return Stream.concat(checks.stream(), decisions.stream().flatMap(it -> it.checks().stream()))
                .toList();
    }

    /// The clauses of the contract that the check with this id holds, in its order.
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
}
