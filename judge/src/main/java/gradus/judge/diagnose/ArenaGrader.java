package gradus.judge.diagnose;

import gradus.course.Arena;
import gradus.course.DidYouMean;
import gradus.course.Question;
import gradus.course.answer.ArenaAnswers;
import gradus.course.answer.Margin;
import gradus.course.answer.ProbeLog;
import gradus.judge.Submission;
import gradus.judge.Verdict;
import gradus.judge.Verdict.CheckResult;
import gradus.judge.Verdict.Outcome;
import gradus.judge.Verdict.Remark;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Grades a learner's answers to an arena by what was probed, and the choice by the hidden test.
public final class ArenaGrader {

    private static final int FEWEST_WORDS = 4;

    private final Arena arena;
    private final ArenaAnswers answers;
    private final ProbeLog log;

    public ArenaGrader(Arena arena, Submission submission) {
        this.arena = arena;
        this.answers = ArenaAnswers.in(submission.sources(), arena);
        this.log = ProbeLog.in(submission.sources(), arena);
    }

    /// The hidden test is run only if everything else is right.
    ///
    /// @param hidden the score of each example of the hidden test, by contender
    public Verdict grade(Supplier<Map<String, List<Double>>> hidden) {
        var results = new ArrayList<CheckResult>();
        for (var check : arena.checks()) {
            Outcome outcome = switch (check.id()) {
                case Arena.PREDICTED -> predicted();
                case Arena.NUMBERS -> new MemoNumbers(arena, answers, log).outcome();
                case Arena.REASON -> reason();
                case Arena.MIND -> mind();
                case Arena.HIDDEN -> new Outcome.NotRun();
                default -> question(check.id());
            };
            results.add(new CheckResult(check.id(), check.title(), true, outcome));
        }
        CheckResult last = results.removeLast();
        boolean ready = results.stream().allMatch(ArenaGrader::passed);
        results.add(ready ? hiddenTest(last, hidden.get()) : last);
        return verdict(results);
    }

    private Verdict verdict(List<CheckResult> results) {
        Optional<CheckResult> first =
                results.stream().filter(result -> !passed(result)).findFirst();
        return first.<Verdict>map(result -> new Verdict.NotYet(
                        results,
                        new Verdict.Diagnosis(
                                results.stream().filter(ArenaGrader::passed).count() + " of " + results.size()
                                        + " checks pass. The first to look at: " + result.title() + ".",
                                Optional.empty()),
                        remarks(),
                        DecisionGrader.NOTHING_RUN,
                        ""))
                .orElseGet(() -> new Verdict.Passed(
                        results, new Verdict.Integration.NoOtherParts(), remarks(), DecisionGrader.NOTHING_RUN, ""));
    }

    private static boolean passed(CheckResult result) {
        return result.outcome() instanceof Outcome.Passed;
    }

    private Outcome predicted() {
        if (log.prediction().isEmpty() || log.probes().isEmpty()) {
            return new Outcome.NotRun();
        }
        ProbeLog.Prediction frozen = log.prediction().get();
        return answers.prediction(arena).equals(log.prediction())
                ? DecisionGrader.RIGHT
                : failed(
                        ArenaAnswers.ORDER + ", " + ArenaAnswers.EXPECTED_BECAUSE,
                        String.join(", ", frozen.order()) + "; " + frozen.reason(),
                        answers.text(ArenaAnswers.ORDER) + "; " + answers.text(ArenaAnswers.EXPECTED_BECAUSE),
                        "a prediction that was wrong is worth more than one that was changed; put it back");
    }

    private Outcome reason() {
        String id = answers.text(ArenaAnswers.BECAUSE);
        if (id.isEmpty()) {
            return new Outcome.NotRun();
        }
        Optional<Arena.Reason> given = arena.reason(id);
        if (given.isEmpty()) {
            List<String> ids = arena.reasons().stream().map(Arena.Reason::id).toList();
            return failed(
                    ArenaAnswers.BECAUSE, "one of " + String.join(", ", ids), id, "it must be one of the reasons");
        }
        String best = given.get().shownBy().getFirst();
        for (String other : given.get().shownBy().stream().skip(1).toList()) {
            String call = ArenaAnswers.BECAUSE + ": " + id;
            Optional<Margin> margin = log.margin(best, other);
            if (margin.isEmpty()) {
                return failed(
                        call,
                        "probes that show it",
                        "none that compare the contenders in question on the same fold",
                        "think of two contenders that differ only in what the reason is about, and probe both");
            }
            if (!arena.isBetter(margin.get().mean())) {
                return failed(
                        call,
                        "probes that show it",
                        "a margin of " + MemoNumbers.shown(margin.get().mean()) + " between " + best + " and " + other,
                        "your probes say otherwise");
            }
        }
        return DecisionGrader.RIGHT;
    }

    private Outcome mind() {
        String text = answers.text(ArenaAnswers.CHANGE_MY_MIND);
        if (text.isEmpty()) {
            return new Outcome.NotRun();
        }
        return text.split("\\s+").length >= FEWEST_WORDS
                ? DecisionGrader.RIGHT
                : failed(
                        ArenaAnswers.CHANGE_MY_MIND,
                        "a sentence",
                        text,
                        "name what you would have to see to choose another contender");
    }

    private Outcome question(String id) {
        return arena.questions().stream()
                .filter(question -> question.id().equals(id))
                .findFirst()
                .flatMap(answers::to)
                .map((Question.Answer answer) -> DecisionGrader.outcome(answer))
                .orElse(new Outcome.NotRun());
    }

    private CheckResult hiddenTest(CheckResult check, Map<String, List<Double>> scores) {
        String choice = answers.text(ArenaAnswers.CHOICE);
        Comparator<String> byMetric = Comparator.comparingDouble(id -> mean(scores.get(id)));
        String best = scores.keySet().stream()
                .max(arena.higherIsBetter() ? byMetric : byMetric.reversed())
                .orElseThrow();
        Margin margin = Margin.between(scores.get(choice), scores.get(best));
        boolean worse = !best.equals(choice) && margin.isSignificant();
        double metric = mean(scores.get(choice));
        Outcome outcome = worse
                ? failed(
                        ArenaAnswers.CHOICE + ": " + choice,
                        "a contender that is not significantly worse than the best",
                        "a margin of " + MemoNumbers.shown(margin.mean()) + " to the best, p = "
                                + MemoNumbers.shown(margin.pValue()),
                        "your probes have not shown which contender is the best; which did you not compare?")
                : DecisionGrader.RIGHT;
        return new CheckResult(
                check.id(),
                check.title(),
                check.visible(),
                outcome,
                List.of(new Verdict.Metric(
                        arena.metric() + " of " + choice + " on the hidden test", metric, Optional.empty())));
    }

    private static double mean(List<Double> scores) {
        return scores.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }

    /// Lines that nothing asks for.
    private List<Remark> remarks() {
        List<String> names = Stream.concat(
                        Arena.LINES.stream(), arena.questions().stream().map(question -> question.id()))
                .toList();
        return answers.lines().entrySet().stream()
                .filter(line -> !names.contains(line.getKey()))
                .map(line -> new Remark(
                        Optional.of(new Verdict.Place(
                                arena.answers(), line.getValue().number(), 0)),
                        "Nothing asks for \"" + line.getKey() + "\"" + DidYouMean.hint(line.getKey(), names)))
                .toList();
    }

    private static Outcome failed(String call, String expected, String got, String why) {
        return new Outcome.Failed(call, expected, got, why, List.of());
    }
}
