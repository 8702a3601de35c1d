package gradus.course;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A lab in which the learner predicts which of some methods is the best on data, measures, decides for one of
/// them, and defends the choice.
///
/// @param lesson the id of its lesson
/// @param statement the task, rendered
/// @param metric what a probe measures, in words, as the mean over examples: "accuracy"
/// @param higherIsBetter whether a larger metric is better
/// @param contenders the methods that compete, in order
/// @param reasons why one of them may be better, to choose from
/// @param budget how many probes there are
/// @param questions what would be chosen if something were different; several answers may be right
/// @param limits the limits of one probe, and of one contender on the hidden test
/// @param data the ids of the data sets that it reads
/// @param code the author's class, which fits contenders and scores them
/// @param reference the author's answers, which prove the lab; empty text if there are none yet
/// @param file `lab.md`
public record Arena(
        String lesson,
        String statement,
        String metric,
        boolean higherIsBetter,
        List<Contender> contenders,
        List<Reason> reasons,
        Budget budget,
        List<Decision> questions,
        Limits limits,
        List<String> data,
        Source code,
        String reference,
        Path file)
        implements Lab {

    /// The ids of the checks that every arena has. The ids of its questions have no colon.
    public static final String PREDICTED = "step:predict";

    public static final String NUMBERS = "step:numbers";
    public static final String REASON = "step:reason";
    public static final String MIND = "step:mind";
    public static final String HIDDEN = "step:hidden";

    /// What the lines of the learner's file begin with, apart from those of the questions, in order.
    public static final List<String> LINES = List.of(
            "order",
            "expected-because",
            "choice",
            "metric",
            "interval",
            "runner-up",
            "margin",
            "p-value",
            "because",
            "change-my-mind");

    public Arena {
        contenders = List.copyOf(contenders);
        reasons = List.copyOf(reasons);
        questions = List.copyOf(questions);
        data = List.copyOf(data);
    }

    /// A method that competes.
    ///
    /// @param id `knn-scaled`
    /// @param title its name
    /// @param html what it is, rendered
    public record Contender(String id, String title, String html) {}

    /// A reason why a contender may be better than another.
    ///
    /// @param id `units`
    /// @param sentence the reason, as someone who gives it would say it
    /// @param shownBy the ids of contenders: probes in which the first is better than each of the others, on the
    ///     same folds, show the reason
    public record Reason(String id, String sentence, List<String> shownBy) {
        public Reason {
            shownBy = List.copyOf(shownBy);
        }
    }

    /// What may be measured.
    ///
    /// @param probes how many runs of a contender on a fold
    /// @param folds in how many parts the rows are split; a probe fits on all of them but one, and scores on that
    public record Budget(int probes, int folds) {}

    /// The package of the author's class.
    public static String packageOf(String lesson) {
        return "gradus.checks." + lesson.replace('-', '_');
    }

    /// The path of the learner's file in a submission.
    public String answers() {
        return "answers/" + lesson + ".yaml";
    }

    /// The path of the log of the learner's probes in a submission. The studio writes it, never the learner.
    public String log() {
        return "probes/" + lesson + ".log";
    }

    @Override
    public List<Check> checks() {
        return Stream.of(
                        Stream.of(
                                step(PREDICTED, "the prediction stands as it was before the first probe"),
                                step(NUMBERS, "every number of the memo is that of a logged probe"),
                                step(REASON, "the probes show the reason"),
                                step(MIND, "the memo says what would change your mind")),
                        questions.stream()
                                .map(question -> new Check(
                                        question.id(), lesson, question.id(), question.title(), true, question.line())),
                        Stream.of(step(
                                HIDDEN,
                                "on the hidden test, the choice is not significantly worse than the best contender")))
                .flatMap(checks -> checks)
                .toList();
    }

    private Check step(String id, String title) {
        return new Check(id, lesson, id, title, true, 1);
    }

    public Optional<Contender> contender(String id) {
        return contenders.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    public Optional<Reason> reason(String id) {
        return reasons.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    /// The ids of the contenders, in order.
    public List<String> contenderIds() {
        return contenders.stream().map(Contender::id).toList();
    }

    /// Whether `difference` of two metrics says that the first is better.
    public boolean isBetter(double difference) {
        return higherIsBetter ? difference > 0 : difference < 0;
    }
}
