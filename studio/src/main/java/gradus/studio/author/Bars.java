package gradus.studio.author;

import gradus.course.measure.DecisionsMeasure;
import gradus.course.measure.QuestionMeasure;
import gradus.course.proof.GateMargin;
import gradus.course.proof.GateMeasurement;
import gradus.course.proof.MutationScore;
import gradus.studio.author.LessonReport.Bar;
import gradus.studio.author.LessonReport.LabReport;
import gradus.studio.author.LessonReport.State;
import gradus.studio.author.LessonReport.TestingReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The bars that a lesson must meet before it is done, as far as they can be measured.
final class Bars {

    private static final int MOST_WORDS_WITHOUT_QUESTION = 300;
    private static final int LEAST_CASES = 5;
    private static final int LEAST_MUTANTS = 6;
    private static final String KILLS_ALL = "the author's tests kill every mutant";
    private static final double MOST_BY_CHANCE = 0.05;
    private static final double LEAST_KILLED = 0.9;
    private static final double LEAST_JUDGED = 0.9;
    private static final String SAFE_GATE = "the reference 3 standard deviations or more from the gate's threshold";

    private final List<Bar> bars = new ArrayList<>();

    private Bars() {}

    static List<Bar> ofPage(LessonReport.Prose prose, QuestionMeasure questions, int figures, int cards) {
        var bars = new Bars();
        bars.range("words", prose.words(), 900, 1800);
        bars.bar(
                "a question every " + MOST_WORDS_WITHOUT_QUESTION + " words",
                prose.longestWithoutQuestion() + " words without one",
                prose.longestWithoutQuestion() <= MOST_WORDS_WITHOUT_QUESTION);
        bars.atLeast("figure", figures, 1);
        bars.range("faded steps", questions.steps(), 2, 3);
        bars.range("questions in the quiz", questions.quiz(), 5, 8);
        bars.range("cards", cards, 4, 8);
        return bars.bars;
    }

    static List<Bar> ofLab(LabReport lab) {
        var bars = new Bars();
        bars.range("lines that the learner writes", lab.learnerLines(), 20, 60);
        bars.atLeast("checks", lab.checks(), 10);
        bars.bar(
                "a third of the checks are properties or metamorphic",
                lab.general() + " of " + lab.checks(),
                3 * lab.general() >= lab.checks());
        bars.bar(
                "every clause of the contract has a check",
                lab.unheld().isEmpty()
                        ? lab.clauses() + " of " + lab.clauses()
                        : "none for " + String.join(", ", lab.unheld()),
                lab.clauses() > 0 && lab.unheld().isEmpty());
        bars.atLeast("right solutions", lab.right(), 2);
        bars.atLeast("wrong solutions", lab.wrong(), 5);
        bars.bar(
                "a wrong solution or decision for each misconception",
                lab.withoutWrong().isEmpty() ? "all" : "none for " + String.join(", ", lab.withoutWrong()),
                lab.withoutWrong().isEmpty());
        bars.bar(
                "each wrong solution named by its own hint",
                lab.named() + " of " + lab.wrong(),
                lab.named() == lab.wrong());
        bars.proved(lab);
        lab.mutation().filter(_ -> lab.scoreCurrent()).ifPresentOrElse(bars::mutation, bars::noMutation);
        if (lab.gated()) {
            lab.gate().ifPresentOrElse(bars::gate, () -> bars.unknown(SAFE_GATE));
        }
        return bars.bars;
    }

    static List<Bar> ofAudit(DecisionsMeasure audit) {
        var bars = new Bars();
        bars.atLeast("cases", audit.cases(), LEAST_CASES);
        bars.decisions(audit);
        return bars.bars;
    }

    /// A lab of code has as many cases to decide as its code gives occasion for.
    static List<Bar> ofDecisions(DecisionsMeasure decisions) {
        var bars = new Bars();
        bars.decisions(decisions);
        return bars.bars;
    }

    private void decisions(DecisionsMeasure decisions) {
        bar(
                "at most 5 % pass by chance",
                String.format(Locale.ROOT, "%.1f %%", 100 * decisions.byChance()),
                decisions.byChance() <= MOST_BY_CHANCE);
        bar(
                "half of the wrong answers show a misconception",
                decisions.namedWrongAnswers() + " of " + decisions.wrongAnswers(),
                2 * decisions.namedWrongAnswers() >= decisions.wrongAnswers());
    }

    static List<Bar> ofTesting(TestingReport testing) {
        var bars = new Bars();
        bars.atLeast("mutants", testing.mutants(), LEAST_MUTANTS);
        bars.atLeast("other right implementation", testing.right(), 1);
        bars.atLeast("weak test class", testing.weak(), 1);
        if (testing.proved()) {
            bars.bar(KILLS_ALL, "as the proof shows", true);
        } else {
            bars.unknown(KILLS_ALL);
        }
        return bars.bars;
    }

    /// A gate without a metric is right or wrong, and has no margin.
    private void gate(GateMeasurement gate) {
        for (GateMargin margin : gate.margins()) {
            bar(
                    SAFE_GATE,
                    String.format(Locale.ROOT, "%.1f", margin.deviations()) + " for the " + margin.metric(),
                    margin.isSafe());
            margin.baseline()
                    .ifPresent(baseline -> bar(
                            "the threshold a third of the way or more from the reference and from the best that must"
                                    + " fail",
                            String.format(Locale.ROOT, "%.2f", margin.room()) + " with " + baseline.solution(),
                            margin.isSharp()));
        }
    }

    private void proved(LabReport lab) {
        String half = "the slowest run within half of the limit";
        Long slowest = lab.measured().get("slowestRunMs");
        if (lab.proved() && slowest != null) {
            bar("no flakes", "none in the runs of the proof", true);
            bar(
                    half,
                    slowest + " ms of " + 1000 * lab.limits().seconds() + " ms",
                    slowest <= 500L * lab.limits().seconds());
        } else {
            unknown("no flakes");
            unknown(half);
        }
    }

    private void mutation(MutationScore score) {
        int judged = score.of() + score.benign() + score.approximating();
        bar(
                "90 % of the mutants can be judged",
                judged + " of " + (judged + score.leftOut()), judged >= LEAST_JUDGED * (judged + score.leftOut()));
        bar(
                "90 % of standard mutants killed",
                score.killed() + " of " + score.of(), score.killed() >= LEAST_KILLED * score.of());
        bar(
                "every benign mutant passes",
                score.benign() - score.benignRefused().size() + " of " + score.benign(),
                score.benignRefused().isEmpty());
        bar(
                "every approximating mutant is refused",
                score.approximating() - score.approximatingPassed().size() + " of " + score.approximating(),
                score.approximatingPassed().isEmpty());
    }

    private void noMutation() {
        unknown("90 % of standard mutants killed");
        unknown("every benign mutant passes");
        unknown("every approximating mutant is refused");
    }

    private void range(String what, int got, int least, int most) {
        bar(least + " to " + most + " " + what, Integer.toString(got), got >= least && got <= most);
    }

    private void atLeast(String what, int got, int least) {
        bar(least + " " + what + " or more", Integer.toString(got), got >= least);
    }

    private void bar(String wanted, String got, boolean met) {
        bars.add(new Bar(wanted, got, met ? State.MET : State.MISSED));
    }

    private void unknown(String wanted) {
        bars.add(new Bar(wanted, "not measured", State.UNKNOWN));
    }
}
