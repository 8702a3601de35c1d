package gradus.judge.diagnose;

import gradus.proctor.transcript.Event.Finding;
import gradus.proctor.transcript.Event.StackFrame;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What is said of an exception that came out of the learner's code.
final class ExceptionExplainer {

    private static final Pattern BOUNDS =
            Pattern.compile("[Ii]ndex:? (-?\\d+),? ?(?:out of bounds for length|Size:) (\\d+)");
    private static final Pattern NULL = Pattern.compile("because \"(.+?)\" is null");
    private static final int MAX_CALLS_SHOWN = 3;

    private ExceptionExplainer() {}

    static String explain(Finding finding) {
        String got = finding.got();
        String where = finding.stackTrace().isEmpty()
                ? "The code"
                : location(finding.stackTrace().getFirst());
        String kind = got.indexOf(':') < 0 ? got : got.substring(0, got.indexOf(':'));
        if (!finding.expected().isEmpty()) {
            return DiagnosisFactory.call(finding) + " must be refused with " + finding.expected()
                    + DiagnosisFactory.clause(finding) + ". " + where + " went on, and threw " + kind
                    + " instead: look before anything is done with it.";
        }
        return where
                + switch (kind) {
                    case "ArrayIndexOutOfBoundsException",
                            "IndexOutOfBoundsException",
                            "StringIndexOutOfBoundsException" -> indexOutOfBounds(got);
                    case "NullPointerException" -> nullPointer(got);
                    case "ArithmeticException" ->
                        got.contains("zero")
                                ? " divided an integer by zero: look at what you divide by."
                                : " made an integer too large for its type: use a long or a double.";
                    case "ClassCastException" -> " took a value for one of another type: look at the cast.";
                    case "NegativeArraySizeException" ->
                        " made an array of negative length: look at what its length is worked out from.";
                    case "NumberFormatException" -> " read a number from a text that is none: " + quotedMessage(got);
                    case "UnsupportedOperationException" ->
                        " changed a list that cannot be changed, as one from List.of: make a new ArrayList of it.";
                    case "ConcurrentModificationException" ->
                        " changed a collection while looping over it: collect the changes, and make them afterwards.";
                    case "NoSuchElementException" ->
                        " asked for an element where none is left: look at whether it is empty first.";
                    case "ArrayStoreException" -> " put a value of another type into an array.";
                    case "NoSuchFileException", "FileNotFoundException" ->
                        " opened a file that is not there: read data with Data.read in checks, and none in your code.";
                    case "IllegalArgumentException" -> rejectedArgument(finding);
                    default -> " threw " + got + (got.endsWith(".") ? "" : ".");
                };
    }

    private static String rejectedArgument(Finding finding) {
        String call = finding.call().isEmpty() ? "this" : DiagnosisFactory.call(finding);
        String said = quotedMessage(finding.got());
        return " refused " + (call.startsWith("`") ? call : "this") + " with an exception, and a result is due"
                + (finding.why().isEmpty() ? ": " + said : ": " + finding.why() + ". It said " + said);
    }

    private static String indexOutOfBounds(String got) {
        Matcher bounds = BOUNDS.matcher(got);
        if (!bounds.find()) {
            return " reached past the end: look at the bounds of the loop.";
        }
        int index = Integer.parseInt(bounds.group(1));
        int length = Integer.parseInt(bounds.group(2));
        String numbers = " (index " + index + ", length " + length + ")";
        if (length == 0) {
            return " looked into an empty array" + numbers + ": look at what it does when there is nothing.";
        }
        return index < 0
                ? " reached before the beginning of an array" + numbers + ": look at where the index begins."
                : " reached past the end of an array" + numbers + ": the last index is " + (length - 1)
                        + ". Look at the bounds of the loop, and whether this array is as long as the other.";
    }

    private static String nullPointer(String got) {
        Matcher named = NULL.matcher(got);
        return named.find()
                ? " used `" + named.group(1).replaceAll("<local\\d+>", "a variable")
                        + "`, which is null: look at where it should get its value."
                : " used something that is null: look at what was never given a value.";
    }

    private static String quotedMessage(String got) {
        String text = got.substring(got.indexOf(':') + 1).strip();
        return "\"" + text + "\".";
    }

    /// Which calls repeat, outermost first.
    static String explainRecursion(Finding finding) {
        List<StackFrame> round = finding.stackTrace().reversed();
        if (round.isEmpty()) {
            return "The stack overflowed: a method calls itself and never reaches a case that ends it.";
        }
        int length = finding.symptoms().stream()
                .filter(sign -> sign.startsWith("round@"))
                .mapToInt(sign -> Integer.parseInt(sign.substring("round@".length())))
                .findFirst()
                .orElse(round.size());
        if (length == 1) {
            return "The stack overflowed: " + location(round.getFirst())
                    + " calls itself and never reaches a case that ends it.";
        }
        String calls = IntStream.range(0, Math.min(MAX_CALLS_SHOWN, round.size()))
                .mapToObj(i -> location(round.get(i)) + " calls ")
                .collect(Collectors.joining());
        String others = length > MAX_CALLS_SHOWN ? "… (" + length + " calls in all) " : "";
        return "The stack overflowed: " + calls + others + "`" + methodName(round.getFirst())
                + "` again, and no case ends it. Look at which of them should stop.";
    }

    static String location(StackFrame stackFrame) {
        return "`" + methodName(stackFrame) + "`" + (stackFrame.line() > 0 ? " (line " + stackFrame.line() + ")" : "");
    }

    static String methodName(StackFrame stackFrame) {
        String type = stackFrame.className();
        String simple = type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
        String method = stackFrame.method();
        // As the compiler names a lambda; a method may be named nearly so.
        String[] parts = method.split("\\$");
        if (method.startsWith("lambda$") && parts.length > 1) {
            return simple + "." + parts[1];
        }
        return simple + "." + (method.equals("<init>") ? simple : method);
    }
}
