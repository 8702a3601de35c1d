package gradus.judge;

import gradus.course.Lab;
import gradus.judge.Verdict.CheckResult;
import gradus.judge.Verdict.Diagnosis;
import gradus.judge.Verdict.Outcome;
import gradus.judge.Verdict.Recognised;
import gradus.proctor.transcript.Event.Finding;
import gradus.proctor.transcript.Event.Frame;
import gradus.proctor.transcript.Event.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One sentence on what a failure looks like, and so on where to look.
final class Diagnoses {

    /// The first sign of a finding that is here decides.
    private static final Map<String, String> LOOKS = Map.ofEntries(
            Map.entry("changed-argument", "The call changed an argument. Work on a copy, or on a fresh array."),
            Map.entry("null", "The method returned null. Look for a way through it that ends in `return null`."),
            Map.entry("nan", "NaN turned up: look for 0/0, the root or logarithm of a negative number, or ∞ − ∞."),
            Map.entry(
                    "infinite",
                    "Infinity turned up: look for a division by 0, or a number too large, as in exp(1000)."),
            Map.entry("length", "The result has the wrong length. Look at how long the array is that you make."),
            Map.entry("ratio:2", "The result is exactly 2 times what was expected: look for a factor counted twice."),
            Map.entry("ratio:1/2", "The result is exactly half of what was expected: look for a factor 2 too few."),
            Map.entry(
                    "ratio:-1",
                    "The result has the right size and the wrong sign: look at the order of a subtraction."),
            Map.entry("ratio:1/ln2", "The result is off by 1/ln 2: a logarithm to base 2 stands for a natural one."),
            Map.entry("ratio:ln2", "The result is off by ln 2: a natural logarithm stands for one to base 2."),
            Map.entry("square-root", "The result is the square root of what was expected: look for a sqrt too many."),
            Map.entry("squared", "The result is the square of what was expected: look for a missing sqrt."),
            Map.entry("transposed", "The result is transposed: look at which index is the row."),
            Map.entry("shifted", "Every element is one place too far: look at where your index begins."),
            Map.entry("permuted", "The right values stand in the wrong order: look at how you index the result."));

    /// Signs that say less than the reason which the check itself gives: they come after it.
    private static final Map<String, String> QUESTIONS = Map.of(
            "zero", " The result is 0: was something never added, lost, or cancelled?",
            "off-by-one", " The result is off by one: how does the loop begin and end?");

    private static final int LONGEST_CALL = 100;

    private Diagnoses() {}

    static Diagnosis of(Trial trial, Optional<Recognised> recognised) {
        CheckResult look = first(trial);
        Finding finding = trial.findings().get(look.id());
        return new Diagnosis(finding == null ? look.title() : sentence(finding, trial), recognised);
    }

    /// The first failure in something that is written; only when there is none, something that is not.
    private static CheckResult first(Trial trial) {
        return trial.checks().stream()
                .filter(check -> check.outcome() instanceof Outcome.Failed)
                .filter(check -> trial.findings().get(check.id()).kind() != Kind.TO_DO)
                .findFirst()
                .or(trial::failing)
                .orElseThrow();
    }

    private static String sentence(Finding finding, Trial trial) {
        return switch (finding.kind()) {
            case TO_DO -> toDo(finding, trial);
            case RECURSION ->
                "The stack overflowed: " + place(finding) + " calls itself and never reaches a case that ends it.";
            case THREW -> threw(finding);
            case DID_NOT_THROW -> call(finding) + " must be refused with an exception, and was not" + why(finding);
            case MISMATCH -> mismatch(finding);
        };
    }

    private static String toDo(Finding finding, Trial trial) {
        long done = trial.checks().stream()
                .filter(check -> check.outcome() instanceof Outcome.Passed)
                .count();
        return (finding.frames().isEmpty() ? "A member" : place(finding)) + " is still to be written"
                + (done == 0
                        ? "."
                        : "; what you have so far passes " + done + " of "
                                + trial.checks().size() + " checks.");
    }

    private static String threw(Finding finding) {
        String got = finding.got();
        String where = finding.frames().isEmpty() ? "The code" : place(finding) + line(finding);
        String what = got.indexOf(':') < 0 ? got : got.substring(0, got.indexOf(':'));
        return where
                + switch (what) {
                    case "ArrayIndexOutOfBoundsException", "IndexOutOfBoundsException" ->
                        " reached past the end of an array: look at the bounds of the loop.";
                    case "NullPointerException" ->
                        " used something that is null: look at what was never given a value.";
                    case "ArithmeticException" -> " divided an integer by zero, or an integer overflowed.";
                    case "ClassCastException" -> " took a value for one of another type.";
                    case "NegativeArraySizeException" -> " made an array of negative length.";
                    default -> " threw " + got + ".";
                };
    }

    private static String mismatch(Finding finding) {
        return finding.signs().stream()
                .filter(LOOKS::containsKey)
                .findFirst()
                .map(LOOKS::get)
                .orElseGet(() -> call(finding) + " does not give what the contract says" + why(finding)
                        + finding.signs().stream()
                                .filter(QUESTIONS::containsKey)
                                .findFirst()
                                .map(QUESTIONS::get)
                                .orElse(""));
    }

    private static String call(Finding finding) {
        return finding.call().isEmpty() || finding.call().length() > LONGEST_CALL
                ? "A call"
                : "`" + finding.call() + "`";
    }

    private static String why(Finding finding) {
        return finding.why().isEmpty() ? "." : ": " + finding.why() + ".";
    }

    private static String place(Finding finding) {
        List<Frame> frames = finding.frames();
        if (frames.isEmpty()) {
            return "a method";
        }
        String type = frames.getFirst().className();
        String simple = type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
        String method = frames.getFirst().method();
        return "`" + simple + "." + (method.equals("<init>") ? simple : method) + "`";
    }

    private static String line(Finding finding) {
        int line = finding.frames().getFirst().line();
        return line > 0 ? " (line " + line + ")" : "";
    }

    /// The hints of a known wrong solution.
    static Recognised recognised(Lab.Solution wrong) {
        return new Recognised(wrong.name(), wrong.misconception().orElse(""), wrong.hints());
    }
}
