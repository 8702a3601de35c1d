package gradus.course;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A lab in which a historic result is re-created with what the learner has written. Nothing is handed in: its checks
/// run with the learner's parts that have passed their labs, and measure.
///
/// @param lesson the id of its lesson
/// @param origin whose result it is
/// @param statement what is done and what must come out, rendered
/// @param parts the members that must be the learner's own, one cut for each class
/// @param limits the limits of each run: with the learner's parts, with the library, and of each ablation
/// @param data the ids of the data sets that checks and figures read
/// @param measures the checks that run, in the order of the source
/// @param checkSources the sources of the check classes
/// @param references the library's sources of the classes of `parts`
/// @param ablations what is taken away to show that it matters
/// @param best the metric whose best value is kept, if there is one
/// @param file `lab.md`
public record Milestone(
        String lesson,
        Origin origin,
        String statement,
        List<Cut> parts,
        Limits limits,
        List<String> data,
        List<Check> measures,
        List<Source> checkSources,
        List<Source> references,
        List<Ablation> ablations,
        Optional<Best> best,
        Path file)
        implements Lab {

    /// The id of the check that the library reaches the same.
    public static final String LIBRARY = "library";

    private static final String ABLATION = "ablation-";

    public Milestone {
        parts = List.copyOf(parts);
        data = List.copyOf(data);
        measures = List.copyOf(measures);
        checkSources = List.copyOf(checkSources);
        references = List.copyOf(references);
        ablations = List.copyOf(ablations);
    }

    /// Where a result comes from.
    ///
    /// @param year of the result, or years: `1958, 1969`
    /// @param source the publication
    /// @param story how it came about, rendered
    /// @param opening the first sentence of the story, rendered
    public record Origin(String year, String source, String story, String opening) {}

    /// Something that is taken away, to see that the result isn't reached without it.
    ///
    /// @param title what is taken away: "without the hidden layer"
    /// @param seen what is seen then, rendered
    /// @param code the members that take the place of the learner's
    /// @param members these members, one cut for each class
    public record Ablation(String title, String seen, Solution code, List<Cut> members) {
        public Ablation {
            members = List.copyOf(members);
        }

        /// The id of its check: `ablation-no-hidden-layer`.
        public String id() {
            return ABLATION + code.name();
        }
    }

    /// The metric whose best value is kept.
    ///
    /// @param metric its name
    /// @param higher whether a higher value is better
    public record Best(String metric, boolean higher) {

        /// Whether `value` is better than `other`; NaN never is.
        public boolean isBetter(double value, double other) {
            return higher ? value > other : value < other;
        }
    }

    /// The checks that run; that the library passes them; and for each ablation, that it doesn't.
    @Override
    public List<Check> checks() {
        return Stream.of(
                        measures.stream(),
                        Stream.of(check(LIBRARY, "the library reaches it, for comparison")),
                        ablations.stream()
                                .map(ablation -> check(ablation.id(), ablation.title() + ", it isn't reached")))
                .flatMap(checks -> checks)
                .toList();
    }

    private static Check check(String id, String title) {
        return new Check(id, "", id, title, true, 1);
    }

    /// Whether this is the id of a check of the library or of an ablation, whose metrics aren't the learner's.
    public static boolean isComparison(String check) {
        return check.equals(LIBRARY) || check.startsWith(ABLATION);
    }
}
