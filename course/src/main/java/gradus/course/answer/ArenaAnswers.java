package gradus.course.answer;

import gradus.course.Arena;
import gradus.course.Decision;
import gradus.course.Question;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A learner's answers to an arena: a line for each, as in `choice: knn-scaled`. Everything after a `#` is a comment.
public final class ArenaAnswers {

    /// The order of the contenders that is expected, the best first.
    public static final String ORDER = "order";

    /// The reason for it.
    public static final String EXPECTED_BECAUSE = "expected-because";

    public static final String CHOICE = "choice";

    /// The metric of the choice, in all its probes together, and its 95 % interval.
    public static final String METRIC = "metric";

    public static final String INTERVAL = "interval";

    /// The best of the other contenders that were probed, the metric of the choice less its metric, and the p-value
    /// of that margin.
    public static final String RUNNER_UP = "runner-up";

    public static final String MARGIN = "margin";
    public static final String P_VALUE = "p-value";
    public static final String BECAUSE = "because";
    public static final String CHANGE_MY_MIND = "change-my-mind";

    private final DecisionAnswers lines;

    private ArenaAnswers(DecisionAnswers lines) {
        this.lines = lines;
    }

    /// The answers among the files of a submission, text by path; none if the file is missing.
    public static ArenaAnswers in(Map<String, String> submitted, Arena arena) {
        return parse(submitted.getOrDefault(arena.answers(), ""));
    }

    public static ArenaAnswers parse(String text) {
        return new ArenaAnswers(DecisionAnswers.parse(text));
    }

    /// What was written behind a name; empty if nothing was.
    public String text(String name) {
        DecisionAnswers.Line line = lines.lines().get(name);
        return line == null ? "" : line.letter();
    }

    /// All lines, by what they begin with.
    public Map<String, DecisionAnswers.Line> lines() {
        return lines.lines();
    }

    /// The prediction; empty unless it names every contender once, and a reason.
    public Optional<ProbeLog.Prediction> prediction(Arena arena) {
        List<String> order =
                Arrays.stream(text(ORDER).split(",")).map(String::strip).toList();
        boolean complete = order.stream()
                .sorted()
                .toList()
                .equals(arena.contenderIds().stream().sorted().toList());
        return complete && arena.reason(text(EXPECTED_BECAUSE)).isPresent()
                ? Optional.of(new ProbeLog.Prediction(order, text(EXPECTED_BECAUSE)))
                : Optional.empty();
    }

    /// The answer to a question; empty if there is none.
    public Optional<Question.Answer> to(Decision question) {
        return lines.to(question);
    }

    /// The file that a learner starts from: every step, and nothing decided.
    public static String starter(Arena arena) {
        String lesson = arena.lesson();
        var text = new StringBuilder("# 1. Predict, before the first probe. The contenders:\n");
        arena.contenders()
                .forEach(it -> text.append("#   ")
                        .append(it.id())
                        .append(": ")
                        .append(it.title())
                        .append('\n'));
        text.append("# Write all of them in the order that you expect, the best first, with commas between.\n");
        text.append(ORDER).append(":\n\n# Why? The reasons:\n");
        arena.reasons()
                .forEach(it -> text.append("#   ")
                        .append(it.id())
                        .append(": ")
                        .append(it.sentence())
                        .append('\n'));
        text.append(EXPECTED_BECAUSE).append(":\n");
        text.append("\n# 2. Probe: `gradus run ").append(lesson).append(" CONTENDER`, ");
        text.append(arena.budget().probes()).append(" probes at most.\n");
        text.append("\n# 3. Decide for one contender.\n").append(CHOICE).append(":\n");
        text.append("\n# 4. Justify, with the numbers that `gradus run ")
                .append(lesson)
                .append("` shows.\n");
        text.append("# The ")
                .append(arena.metric())
                .append(" of your choice, and its 95 % interval, as in 0.81 to 0.93\n");
        text.append(METRIC).append(":\n").append(INTERVAL).append(":\n");
        text.append("# The best of the others that you have probed, the margin to it, and its p-value\n");
        text.append(RUNNER_UP)
                .append(":\n")
                .append(MARGIN)
                .append(":\n")
                .append(P_VALUE)
                .append(":\n");
        text.append("# One of the reasons above, which your probes show\n")
                .append(BECAUSE)
                .append(":\n");
        text.append("# A sentence: what would change your mind?\n")
                .append(CHANGE_MY_MIND)
                .append(":\n");
        text.append("\n# 5. What if? Write the letter of your answer, then run `gradus check ")
                .append(lesson)
                .append("`.\n");
        arena.questions().forEach(question -> DecisionAnswers.appendCase(text, question));
        return text.toString();
    }
}
