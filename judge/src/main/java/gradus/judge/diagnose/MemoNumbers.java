package gradus.judge.diagnose;

import gradus.course.Arena;
import gradus.course.answer.ArenaAnswers;
import gradus.course.answer.Estimate;
import gradus.course.answer.Margin;
import gradus.course.answer.ProbeLog;
import gradus.judge.Verdict.Outcome;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Compares the numbers of a learner's memo with the log of probes.
final class MemoNumbers {

    private static final Pattern NUMBER = Pattern.compile("[+\\-−]?\\d+(\\.\\d+)?");
    private static final int DECIMALS_SHOWN = 4;
    private static final double ROUNDED = 0.5 + 1e-6;

    private final Arena arena;
    private final ArenaAnswers answers;
    private final ProbeLog log;

    MemoNumbers(Arena arena, ArenaAnswers answers, ProbeLog log) {
        this.arena = arena;
        this.answers = answers;
        this.log = log;
    }

    /// A number as the log of probes shows it.
    static String shown(double value) {
        return String.format(Locale.ROOT, "%." + DECIMALS_SHOWN + "f", value);
    }

    /// The first thing that is wrong.
    Outcome outcome() {
        String choice = answers.text(ArenaAnswers.CHOICE);
        if (choice.isEmpty()) {
            return new Outcome.NotRun();
        }
        Optional<Estimate> estimate = log.estimate(choice);
        if (arena.contender(choice).isEmpty() || estimate.isEmpty()) {
            return failed(
                    ArenaAnswers.CHOICE,
                    "a contender that you have probed",
                    choice,
                    "a choice without evidence is a guess");
        }
        List<String> best = bestOfOthers(choice);
        if (best.isEmpty()) {
            return failed(
                    ArenaAnswers.RUNNER_UP,
                    "another contender that you have probed on the same fold",
                    "none",
                    "without a comparison nothing says that the choice is better");
        }
        String runnerUp = answers.text(ArenaAnswers.RUNNER_UP);
        if (!best.contains(runnerUp)) {
            return failed(
                    ArenaAnswers.RUNNER_UP,
                    "the best of the others that were probed on a fold of " + choice + "'s",
                    runnerUp.isEmpty() ? "nothing" : runnerUp,
                    "the margin that counts is that to the strongest rival");
        }
        Margin margin = log.margin(choice, runnerUp).orElseThrow();
        String why = "the log has " + estimate.get().examples() + " scores of " + choice;
        return first(List.of(
                number(ArenaAnswers.METRIC, why, estimate.get().mean()),
                number(
                        ArenaAnswers.INTERVAL,
                        why,
                        estimate.get().low(),
                        estimate.get().high()),
                number(
                        ArenaAnswers.MARGIN,
                        "it is the metric of the choice less that of the runner-up, on the same examples",
                        margin.mean()),
                number(ArenaAnswers.P_VALUE, "it is that of the paired permutation test in the log", margin.pValue())));
    }

    private static Outcome first(List<Optional<Outcome>> faults) {
        return faults.stream().flatMap(Optional::stream).findFirst().orElse(DecisionGrader.RIGHT);
    }

    /// The contender against which the choice does worst; several if they are level.
    private List<String> bestOfOthers(String choice) {
        var best = new ArrayList<String>();
        double least = 0;
        for (String other : arena.contenderIds()) {
            Optional<Margin> margin = other.equals(choice) ? Optional.empty() : log.margin(choice, other);
            if (margin.isEmpty()) {
                continue;
            }
            double lead =
                    arena.higherIsBetter() ? margin.get().mean() : -margin.get().mean();
            if (best.isEmpty() || lead < least) {
                best.clear();
                least = lead;
            }
            if (lead == least) {
                best.add(other);
            }
        }
        return best;
    }

    /// What is wrong with the numbers behind a name; empty if they are those of the log.
    private Optional<Outcome> number(String name, String why, double... values) {
        String text = answers.text(name);
        var given = new ArrayList<BigDecimal>();
        Matcher matcher = NUMBER.matcher(text);
        while (matcher.find()) {
            given.add(new BigDecimal(matcher.group().replace('−', '-')));
        }
        var expected = new ArrayList<String>();
        boolean same = given.size() == values.length;
        for (int i = 0; i < values.length; i++) {
            expected.add(shown(values[i]));
            same &= i < given.size() && matches(given.get(i), values[i]);
        }
        return same
                ? Optional.empty()
                : Optional.of(failed(
                        name,
                        String.join(" to ", expected) + ", rounded to two digits or more",
                        text.isEmpty() ? "nothing" : text,
                        why));
    }

    /// Whether `given` is `value`, or what the log shows of it, to the digits given, which are at least two.
    private static boolean matches(BigDecimal given, double value) {
        boolean precise = given.scale() >= 2 || given.precision() >= 2 || given.doubleValue() == value;
        double unit = Math.pow(10, -given.scale());
        double shown = Double.parseDouble(shown(value));
        return precise
                && (Math.abs(given.doubleValue() - value) <= ROUNDED * unit
                        || Math.abs(given.doubleValue() - shown) <= ROUNDED * unit);
    }

    private static Outcome failed(String call, String expected, String got, String why) {
        return new Outcome.Failed(call, expected, got, why, List.of());
    }
}
