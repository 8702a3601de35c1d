package gradus.judge.diagnose;

import gradus.proctor.transcript.Event.Finding;
import gradus.proctor.transcript.Event.StackFrame;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Explains an exception that the learner's code threw.
final class ExceptionExplainer {

    private static final Pattern BOUNDS =
            Pattern.compile("[Ii]ndex:? (-?\\d+),? ?(?:out of bounds for length|Size:) (\\d+)");
    private static final Pattern NULL = Pattern.compile("because \"(.+?)\" is null");
    private static final int MAX_CALLS_SHOWN = 3;

    /// The longest text of an exception that is quoted in a sentence.
    private static final int MAX_TEXT_LENGTH = 160;

    /// What the JDK throws when an argument wasn't checked.
    private static final Set<String> OF_THE_JDK = Set.of(
            "ArrayIndexOutOfBoundsException",
            "IndexOutOfBoundsException",
            "StringIndexOutOfBoundsException",
            "NullPointerException",
            "NegativeArraySizeException",
            "ArithmeticException",
            "NoSuchElementException",
            "ClassCastException");

    private static final Pattern TEXT_OF_THE_JDK = Pattern.compile(
            "by zero|overflow|out of bounds|[Ii]ndex:? -?\\d|[Rr]ange \\[|begin -?\\d|is null$|cannot be cast|: -?\\d+$"
                    + "|No (?:value|such) ");

    private ExceptionExplainer() {}

    static String explain(Finding finding) {
        String got = finding.got();
        String where = finding.stackTrace().isEmpty()
                ? "The code"
                : location(finding.stackTrace().getFirst());
        String kind = got.indexOf(':') < 0 ? got : got.substring(0, got.indexOf(':'));
        if (!finding.expected().isEmpty()) {
            return CallText.marked(finding) + " should throw " + finding.expected()
                    + DiagnosisFactory.why(finding) + " " + where + " threw " + kind + " instead. "
                    + (isOfTheJdk(kind, got)
                            ? "Does that line run before your check, or is no check there?"
                            : "Which type does the contract name?");
        }
        return where
                + switch (kind) {
                    case "ArrayIndexOutOfBoundsException",
                            "IndexOutOfBoundsException",
                            "StringIndexOutOfBoundsException" -> indexOutOfBounds(got);
                    case "NullPointerException" -> nullPointer(got);
                    case "ArithmeticException" ->
                        got.contains("zero")
                                ? " divided an integer by zero. Look at what you divide by."
                                : " computed an integer too large for its type. Use a long or a double.";
                    case "ClassCastException" -> " cast a value to a type that it doesn't have. Look at the cast.";
                    case "NegativeArraySizeException" ->
                        " created an array of negative length. Look at how you compute the length.";
                    case "NumberFormatException" ->
                        " tried to read a number from a string that isn't one: " + quotedMessage(got);
                    case "UnsupportedOperationException" ->
                        got.equals(kind)
                                ? " changed an unmodifiable list, such as one from List.of. Copy it into a new ArrayList."
                                : thrown(got);
                    case "ConcurrentModificationException" ->
                        " changed a collection while looping over it. Collect the changes, and make them after the loop.";
                    case "NoSuchElementException" ->
                        " asked for an element when none was left. Check first whether there is one.";
                    case "ArrayStoreException" -> " stored a value of the wrong type in an array.";
                    case "NoSuchFileException", "FileNotFoundException" ->
                        " opened a file that doesn't exist. The checks read the data and pass it to your code.";
                    case "IllegalArgumentException" -> rejectedArgument(finding);
                    default -> thrown(got);
                };
    }

    /// Whether the JDK threw it; with a text that isn't the JDK's, the learner's code threw it on purpose.
    private static boolean isOfTheJdk(String kind, String got) {
        return OF_THE_JDK.contains(kind)
                && (got.equals(kind) || TEXT_OF_THE_JDK.matcher(got).find());
    }

    private static String thrown(String got) {
        String text = shortened(got);
        return " threw " + text + (text.endsWith(".") || text.endsWith("…") ? "" : ".");
    }

    private static String rejectedArgument(Finding finding) {
        String call = finding.call().isEmpty() ? "this" : CallText.marked(finding);
        String message = quotedMessage(finding.got());
        return " threw an exception for " + (call.startsWith("`") ? call : "this") + ", but a result was expected: "
                + (finding.why().isEmpty() ? message : finding.why() + ". The message was " + message);
    }

    private static String indexOutOfBounds(String got) {
        Matcher bounds = BOUNDS.matcher(got);
        if (!bounds.find()) {
            return " used an index that is out of range: " + quotedMessage(got)
                    + " Which index is it, and where should it start and end?";
        }
        int index = Integer.parseInt(bounds.group(1));
        int length = Integer.parseInt(bounds.group(2));
        String numbers = " (index " + index + ", length " + length + ")";
        if (length == 0) {
            return " read from an empty array" + numbers + ". What should it do when there are no elements?";
        }
        return index < 0
                ? " reached before the start of an array" + numbers + ". Check where the index starts."
                : " reached past the end of an array" + numbers + ", whose last index is " + (length - 1)
                        + ". Check the bounds of the loop, how you compute the index, and whether this array is as long as the other.";
    }

    private static String nullPointer(String got) {
        Matcher named = NULL.matcher(got);
        return named.find()
                ? " used `" + named.group(1).replaceAll("<local\\d+>", "a variable")
                        + "`, which is null. Look at where it should get its value."
                : " used something that is null. Look for a variable that never got a value.";
    }

    private static String quotedMessage(String got) {
        return "\"" + shortened(got.substring(got.indexOf(':') + 1).strip()) + "\".";
    }

    private static String shortened(String text) {
        return text.length() <= MAX_TEXT_LENGTH ? text : text.substring(0, MAX_TEXT_LENGTH) + "…";
    }

    /// Names the calls that repeat, outermost first.
    static String explainRecursion(Finding finding) {
        List<StackFrame> round = finding.stackTrace().reversed();
        if (round.isEmpty()) {
            return "The stack overflowed: a method calls itself and never reaches a base case.";
        }
        int length = finding.symptoms().stream()
                .filter(symptom -> symptom.startsWith("round@"))
                .mapToInt(symptom -> Integer.parseInt(symptom.substring("round@".length())))
                .findFirst()
                .orElse(round.size());
        if (length == 1) {
            return "The stack overflowed: " + location(round.getFirst())
                    + " calls itself and never reaches a base case.";
        }
        String calls = IntStream.range(0, Math.min(MAX_CALLS_SHOWN, round.size()))
                .mapToObj(i -> location(round.get(i)) + " calls ")
                .collect(Collectors.joining());
        String others = length > MAX_CALLS_SHOWN ? "… (" + length + " calls in all) " : "";
        return "The stack overflowed: " + calls + others + "`" + methodName(round.getFirst())
                + "` again, and none reaches a base case. Which of them should stop?";
    }

    static String location(StackFrame frame) {
        return "`" + methodName(frame) + "`" + (frame.line() > 0 ? " (line " + frame.line() + ")" : "");
    }

    static String methodName(StackFrame frame) {
        // An anonymous class has a number for a name, and is known by the class around it.
        String type = frame.className().replaceAll("(\\$\\d+)+$", "");
        String simple = type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
        String method = frame.method();
        // The compiler names a lambda `lambda$method$0`; the name of a learner's method may start like that too.
        String[] parts = method.split("\\$");
        if (method.startsWith("lambda$") && parts.length > 1) {
            return simple + "." + parts[1];
        }
        return simple + "." + (method.equals("<init>") ? simple : method);
    }
}
