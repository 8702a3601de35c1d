package gradus.proctor;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Values as a learner would write them, short enough to read.
public final class Show {

    private static final int MOST_ELEMENTS = 12;
    private static final int MOST_CHARACTERS = 400;

    private Show() {}

    /// `value` in words: arrays with their first twelve elements, texts in quotes.
    public static String value(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case double[] numbers -> elements(numbers.length, i -> Double.toString(numbers[i]));
            case float[] numbers -> elements(numbers.length, i -> Float.toString(numbers[i]));
            case int[] numbers -> elements(numbers.length, i -> Integer.toString(numbers[i]));
            case long[] numbers -> elements(numbers.length, i -> Long.toString(numbers[i]));
            case boolean[] flags -> elements(flags.length, i -> Boolean.toString(flags[i]));
            case Object[] items -> elements(items.length, i -> value(items[i]));
            case List<?> items -> elements(items.size(), i -> value(items.get(i)));
            case String text -> '"' + shorten(text) + '"';
            default -> safely(value);
        };
    }

    static String thrown(Throwable thrown) {
        String message = safely(thrown.getMessage());
        String name = thrown.getClass().getSimpleName();
        return message.equals("null") ? name : name + ": " + shorten(message);
    }

    private static String elements(int length, java.util.function.IntFunction<String> element) {
        String shown = IntStream.range(0, Math.min(length, MOST_ELEMENTS))
                .mapToObj(element)
                .collect(Collectors.joining(", "));
        return length > MOST_ELEMENTS ? "{" + shown + ", … (" + length + " in all)}" : "{" + shown + "}";
    }

    /// The learner's own `toString` may throw.
    private static String safely(@Nullable Object value) {
        try {
            return shorten(String.valueOf(value));
        } catch (RuntimeException | StackOverflowError e) {
            return "(its toString threw " + e.getClass().getSimpleName() + ")";
        }
    }

    private static String shorten(String text) {
        return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS) + "…";
    }
}
