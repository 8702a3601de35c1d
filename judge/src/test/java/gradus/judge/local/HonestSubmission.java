package gradus.judge.local;

import gradus.course.Coding;
import gradus.judge.Judge;
import gradus.judge.LearnerParts;
import gradus.judge.Submission;
import gradus.judge.Verdict;
import gradus.judge.Verdict.CheckResult;
import gradus.judge.Verdict.Outcome;
import gradus.judge.Verdict.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/// A submission as learners write them, with its expected verdict. No two have the same source.
///
/// @param ungraded whether to run only the visible checks, ungraded
record HonestSubmission(String name, Coding lab, Submission submission, boolean ungraded, Expected expected) {

    private static final Set<String> VISIBLE = Set.of("NumbersTest#sumByHand", "NumbersTest#meanByHand");
    private static final String ADDS = "sum += value;";
    private static final String SHIFTS = "result[i] += by;";
    private static final String DIVIDES = "return sum(values) / values.length;";

    /// The expected verdict.
    sealed interface Expected {

        record Passes() implements Expected {}

        record Fails(Set<String> checks) implements Expected {}

        record DoesNotCompile(String path, int line) implements Expected {}
    }

    private record Kind(String name, Coding lab, String path, String source, Expected expected) {}

    private static final List<Kind> KINDS = List.of(
            right("as the library does", text -> text),
            right("from the end", replacing(ADDS, "sum = value + sum;")),
            right(
                    "by another name",
                    text -> text.replace("sum = 0", "all = 0")
                            .replace(ADDS, "all += value;")
                            .replace("return sum;", "return all;")),
            wrong("subtracts", ADDS, "sum -= value;", "sumByHand", "meanByHand", "varianceWorks"),
            wrong(
                    "divides by one more",
                    DIVIDES,
                    "return sum(values) / (values.length + 1);",
                    "meanByHand",
                    "varianceWorks"),
            wrong("does not shift", SHIFTS, "", "shifts"),
            wrong("changes its argument", "values.clone()", "values", "shifts"),
            wrong("sums nothing", "requireSome(values);\n        double sum", "double sum", "refusesNothing"),
            wrong("throws", SHIFTS, "throw new IllegalStateException();", "shifts"),
            wrong("runs over the end", SHIFTS, "result[i + 1] += by;", "shifts"),
            wrong("finds nothing", DIVIDES, "return ((double[]) null)[0];", "meanByHand", "varianceWorks"),
            rejected("knows no such name", ADDS, "sum += valeu;"),
            rejected("has the wrong type", ADDS, "sum += \"value\";"),
            rejected("lacks a semicolon", ADDS, "sum += value"),
            rejected("returns nothing", DIVIDES, "return;"),
            other(
                    ToyLibrary.score(),
                    "gradus/ml/toy/Score.java",
                    "library/Score.java",
                    "value - ",
                    "value + ",
                    "byHand",
                    "largeValues"),
            other(
                    ToyLibrary.score(),
                    "gradus/ml/toy/Score.java",
                    "library/Score.java",
                    "value - ",
                    "-Numbers.mean(values) + value + 0 * "),
            other(ToyLibrary.own(), "gradus/lab/own/Program.java", "own/Program.java", "2}", "3}", "answers"),
            other(ToyLibrary.own(), "gradus/lab/own/Program.java", "own/Program.java", "2}", "1 + 1}"));

    /// The submission with this number, always the same one.
    static HonestSubmission number(int number) {
        var chance = new Random(number);
        Kind kind = KINDS.get(chance.nextInt(KINDS.size()));
        boolean ungraded = chance.nextInt(8) == 0 && kind.lab().lesson().equals("toy");
        String source = edited(kind.source(), number, chance);
        return new HonestSubmission(
                kind.name() + ", number " + number,
                kind.lab(),
                new Submission(kind.lab().lesson(), Map.of(kind.path(), source)),
                ungraded,
                ungraded ? seen(kind.expected()) : kind.expected());
    }

    /// Judges it.
    ///
    /// @return what is wrong with the verdict, if anything
    Optional<String> judgedBy(Judge judge) {
        Verdict verdict = ungraded
                ? judge.runVisibleChecks(lab, submission, LearnerParts.NONE, _ -> {})
                : judge.judge(lab, submission, LearnerParts.NONE, _ -> {});
        return isRight(verdict) ? Optional.empty() : Optional.of(name + ": expected " + expected + ", got " + verdict);
    }

    private boolean isRight(Verdict verdict) {
        return switch (expected) {
            case Expected.Passes() ->
                verdict instanceof Verdict.Passed passed
                        && passed.checks().size() == checks()
                        && notPassed(passed.checks()).isEmpty();
            case Expected.Fails(Set<String> checks) ->
                verdict instanceof Verdict.NotYet notYet
                        && notYet.checks().size() == checks()
                        && notPassed(notYet.checks()).equals(checks);
            case Expected.DoesNotCompile(String path, int line) ->
                verdict instanceof Verdict.DidNotCompile rejected
                        && rejected.problems().stream().allMatch(problem -> isAt(problem, path, line));
        };
    }

    private int checks() {
        return ungraded ? VISIBLE.size() : lab.checks().size();
    }

    private static boolean isAt(Problem problem, String path, int line) {
        return problem.place()
                .filter(place -> place.path().equals(path) && place.line() == line)
                .isPresent();
    }

    private static Set<String> notPassed(List<CheckResult> checks) {
        var failed = new TreeSet<String>();
        checks.stream()
                .filter(check -> !(check.outcome() instanceof Outcome.Passed))
                .forEach(check -> failed.add(check.id()));
        return failed;
    }

    private static Expected seen(Expected expected) {
        if (expected instanceof Expected.Fails(Set<String> checks)) {
            var visible = new TreeSet<>(checks);
            visible.retainAll(VISIBLE);
            return visible.isEmpty() ? new Expected.Passes() : new Expected.Fails(visible);
        }
        return expected;
    }

    /// Another remark at the end of some lines, and another member; no line moves.
    private static String edited(String source, int number, Random chance) {
        var lines = new ArrayList<>(Arrays.asList(source.split("\n")));
        for (int i = 0; i < lines.size(); i++) {
            if (chance.nextInt(6) == 0) {
                lines.set(i, lines.get(i) + " // " + Integer.toHexString(chance.nextInt()));
            }
        }
        String text = String.join("\n", lines) + "\n";
        int end = text.lastIndexOf("\n}");
        return text.substring(0, end) + "\n    private static final int EDIT_" + number + " = " + number + ";"
                + text.substring(end);
    }

    private static Kind right(String name, UnaryOperator<String> way) {
        return numbers(name, way, new Expected.Passes());
    }

    private static Kind wrong(String name, String old, String fresh, String... failing) {
        return numbers(name, replacing(old, fresh), fails(ToyLibrary.numbers(), failing));
    }

    private static Kind rejected(String name, String old, String fresh) {
        String before = numbers();
        int line = (int) before.substring(0, before.indexOf(old)).lines().count();
        return numbers(name, replacing(old, fresh), new Expected.DoesNotCompile("gradus/ml/toy/Numbers.java", line));
    }

    private static Kind numbers(String name, UnaryOperator<String> way, Expected expected) {
        return new Kind(name, ToyLibrary.numbers(), "gradus/ml/toy/Numbers.java", way.apply(numbers()), expected);
    }

    private static Kind other(Coding lab, String path, String from, String old, String fresh, String... failing) {
        String source = replacing(old, fresh).apply(ToyLibrary.read("toy/" + from));
        Expected expected = failing.length == 0 ? new Expected.Passes() : fails(lab, failing);
        return new Kind(lab.lesson() + " with " + fresh, lab, path, source, expected);
    }

    private static Expected fails(Coding lab, String... methods) {
        var ids = new TreeSet<String>();
        lab.checks().stream()
                .filter(check -> List.of(methods).contains(check.method()))
                .forEach(check -> ids.add(check.id()));
        return new Expected.Fails(ids);
    }

    private static UnaryOperator<String> replacing(String old, String fresh) {
        return text -> {
            if (!text.contains(old)) {
                throw new IllegalArgumentException("there is no `" + old + "` in\n" + text);
            }
            return text.replace(old, fresh);
        };
    }

    private static String numbers() {
        return ToyLibrary.reference("Numbers").text();
    }
}
