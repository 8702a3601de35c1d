package gradus.course;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A lab in which the learner writes tests for classes of the library. They must pass on the library and on
/// every other right implementation, and fail on mutants: implementations with a fault.
///
/// @param lesson the id of its lesson
/// @param statement the task and the contract that the tests hold, rendered
/// @param subject the members under test, one cut for each class
/// @param libraryUse what of the library the tests may call
/// @param limits the limits of a run of the tests on one implementation
/// @param data the ids of the data sets that tests may read
/// @param starter the test class that the learner starts from
/// @param references the library's sources of the classes under test
/// @param rightSolutions other right implementations
/// @param mutants implementations with a fault
/// @param atLeast how many mutants the tests must kill
/// @param solutions test classes of the author's, which prove the lab
/// @param file `lab.md`
public record Testing(
        String lesson,
        String statement,
        List<Cut> subject,
        LibraryUse libraryUse,
        Limits limits,
        List<String> data,
        Source starter,
        List<Source> references,
        List<Solution> rightSolutions,
        List<Mutant> mutants,
        int atLeast,
        TestClasses solutions,
        Path file)
        implements Lab {

    /// The id of the check that the tests pass on the library.
    public static final String REFERENCE = "reference";

    public Testing {
        subject = List.copyOf(subject);
        data = List.copyOf(data);
        references = List.copyOf(references);
        rightSolutions = List.copyOf(rightSolutions);
        mutants = List.copyOf(mutants);
    }

    /// An implementation with a fault.
    ///
    /// @param number its number within the lab, from 1
    /// @param code the members that have the fault, and the three hints on how to find it
    /// @param where what of the subject has it: `dot`
    /// @param fault what is wrong, as in "the last component is left out"
    public record Mutant(int number, Solution code, String where, String fault) {

        /// The id of its check and of its hints: `fault-1`.
        public String id() {
            return "fault-" + number;
        }

        /// The title of its check while the tests pass on it.
        public String title() {
            return "the tests find fault " + number + ", in " + where;
        }

        /// The title once it is killed.
        public String killedTitle() {
            return title() + ": " + fault;
        }
    }

    /// Test classes of the author's.
    ///
    /// @param reference kills every mutant; without text if the author has none yet
    /// @param weak plausible test classes that must not pass, by the names of their folders
    public record TestClasses(Source reference, Map<String, Source> weak) {
        public TestClasses {
            weak = Map.copyOf(weak);
        }
    }

    /// The package of the test class.
    public static String packageOf(String lesson) {
        return "gradus.lab.tests." + lesson.replace('-', '_');
    }

    /// Whether `path` is that of a learner's test class.
    public static boolean isTestPath(String path) {
        return path.startsWith("gradus/lab/tests/");
    }

    /// The simple names of the classes under test: `Vector and Matrix`.
    public String subjectNames() {
        return subject.stream().map(Cut::simpleName).collect(Collectors.joining(" and "));
    }

    /// One check for each implementation: the library's, the other right ones, the mutants.
    @Override
    public List<Check> checks() {
        return Stream.of(
                        Stream.of(check(REFERENCE, "the tests pass on the library's " + subjectNames())),
                        IntStream.range(0, rightSolutions.size()).mapToObj(this::rightCheck),
                        mutants.stream().map(mutant -> check(mutant.id(), mutant.title())))
                .flatMap(checks -> checks)
                .toList();
    }

    /// The check that the tests pass on the right implementation with this index.
    private Check rightCheck(int index) {
        return check(
                "right-" + (index + 1),
                "the tests pass on another right implementation: "
                        + rightSolutions.get(index).name().replace('-', ' '));
    }

    private Check check(String id, String title) {
        return new Check(id, starter.className(), id, title, true, 1);
    }

    /// The faults to find, each with its hints.
    public List<Task> tasks() {
        return mutants.stream()
                .map(mutant -> new Task(mutant.id(), mutant.code().hints()))
                .toList();
    }

    /// The first mutant among those with these ids.
    public Optional<Mutant> first(Collection<String> ids) {
        return mutants.stream().filter(mutant -> ids.contains(mutant.id())).findFirst();
    }

    /// The same lab, where other things may be called.
    public Testing withLibraryUse(LibraryUse other) {
        return new Testing(
                lesson,
                statement,
                subject,
                other,
                limits,
                data,
                starter,
                references,
                rightSolutions,
                mutants,
                atLeast,
                solutions,
                file);
    }
}
