package gradus.proctor.format;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Formats values as a learner would write them, truncated to a readable length.
public final class ValueFormatter {

    private static final int MAX_ELEMENTS = 12;
    private static final int MAX_CHARACTERS = 400;

    private ValueFormatter() {}

    /// `value` as text: arrays with their first twelve elements, strings in quotes.
    public static String format(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case double[] numbers -> elements(numbers.length, i -> Double.toString(numbers[i]));
            case float[] numbers -> elements(numbers.length, i -> Float.toString(numbers[i]));
            case int[] numbers -> elements(numbers.length, i -> Integer.toString(numbers[i]));
            case long[] numbers -> elements(numbers.length, i -> Long.toString(numbers[i]));
            case boolean[] flags -> elements(flags.length, i -> Boolean.toString(flags[i]));
            case Object[] items -> elements(items.length, i -> format(items[i]));
            case List<?> items -> elements(items.size(), i -> format(items.get(i)));
            case String text -> '"' + truncate(text) + '"';
            default -> formatSafely(value);
        };
    }

    public static String formatThrowable(Throwable thrown) {
        String message = formatSafely(messageOf(thrown));
        Class<?> type = thrown.getClass();
        while (type.getSimpleName().isEmpty()) {
            // An anonymous class has the name of what it extends.
            type = type.getSuperclass();
        }
        return message.equals("null") ? type.getSimpleName() : type.getSimpleName() + ": " + truncate(message);
    }

    /// The message, which may be the learner's own and throw.
    private static @Nullable String messageOf(Throwable thrown) {
        try {
            return thrown.getMessage();
        } catch (RuntimeException | StackOverflowError e) {
            return "(its getMessage threw " + e.getClass().getSimpleName() + ")";
        }
    }

    private static String elements(int length, java.util.function.IntFunction<String> element) {
        String shown = IntStream.range(0, Math.min(length, MAX_ELEMENTS))
                .mapToObj(element)
                .collect(Collectors.joining(", "));
        return length > MAX_ELEMENTS ? "{" + shown + ", … (" + length + " in all)}" : "{" + shown + "}";
    }

    /// The result of `toString`, which may be the learner's own and throw.
    private static String formatSafely(@Nullable Object value) {
        try {
            return truncate(String.valueOf(value));
        } catch (RuntimeException | StackOverflowError e) {
            return "(its toString threw " + e.getClass().getSimpleName() + ")";
        }
    }

    private static String truncate(String text) {
        return text.length() <= MAX_CHARACTERS ? text : text.substring(0, MAX_CHARACTERS) + "…";
    }
}
