package gradus.proctor.diagnosis;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Copies of arrays and lists at any depth, comparisons of them with what they were copied from, and
/// changes that show what is shared.
public final class Copies {

    private Copies() {}

    /// A deep copy: copies arrays and lists at any depth and returns other values as they are.
    public static <T extends @Nullable Object> T deep(T value) {
        @SuppressWarnings("unchecked")
        T copy = (T) copy(value);
        return copy;
    }

    private static @Nullable Object copy(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case double[] numbers -> numbers.clone();
            case Object[] items -> {
                Object[] copies = items.clone();
                for (int i = 0; i < items.length; i++) {
                    copies[i] = copy(items[i]);
                }
                yield copies;
            }
            case List<?> items -> {
                var copies = new ArrayList<@Nullable Object>(items.size());
                for (Object item : items) {
                    copies.add(copy(item));
                }
                yield copies;
            }
            default -> {
                if (!value.getClass().isArray()) {
                    yield value;
                }
                int length = Array.getLength(value);
                Object numbers = Array.newInstance(value.getClass().componentType(), length);
                System.arraycopy(value, 0, numbers, 0, length);
                yield numbers;
            }
        };
    }

    /// Whether two values are the same to the last bit: 0.0 isn't −0.0, and NaN is NaN.
    public static boolean sameBits(@Nullable Object one, @Nullable Object other) {
        if (!isNested(one) || !isNested(other)) {
            return Objects.deepEquals(one, other);
        }
        int length = Tolerance.length(one);
        if (length != Tolerance.length(other) || one instanceof List<?> != other instanceof List<?>) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (!sameBits(Tolerance.element(one, i), Tolerance.element(other, i))) {
                return false;
            }
        }
        return true;
    }

    /// Whether an array that isn't empty is in both values, at any depth.
    public static boolean share(@Nullable Object one, @Nullable Object other) {
        if (one == null || other == null || (!isNested(one) && !one.getClass().isArray())) {
            return false;
        }
        if (one == other) {
            return Tolerance.length(one) != 0;
        }
        if (isNested(other)) {
            for (int i = 0; i < Tolerance.length(other); i++) {
                if (share(one, Tolerance.element(other, i))) {
                    return true;
                }
            }
        }
        if (isNested(one)) {
            for (int i = 0; i < Tolerance.length(one); i++) {
                if (share(Tolerance.element(one, i), other)) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Changes every element of every array in `value`, at any depth.
    public static void overwrite(@Nullable Object value) {
        switch (value) {
            case double[] numbers -> {
                for (int i = 0; i < numbers.length; i++) {
                    numbers[i] = numbers[i] == 1234.5 ? 5432.1 : 1234.5;
                }
            }
            case float[] numbers -> {
                for (int i = 0; i < numbers.length; i++) {
                    numbers[i] = numbers[i] == 1234.5f ? 5432.1f : 1234.5f;
                }
            }
            case int[] numbers -> {
                for (int i = 0; i < numbers.length; i++) {
                    numbers[i] = ~numbers[i];
                }
            }
            case long[] numbers -> {
                for (int i = 0; i < numbers.length; i++) {
                    numbers[i] = ~numbers[i];
                }
            }
            case boolean[] flags -> {
                for (int i = 0; i < flags.length; i++) {
                    flags[i] = !flags[i];
                }
            }
            case Object[] items -> {
                for (Object item : items) {
                    overwrite(item);
                }
            }
            case List<?> items -> items.forEach(Copies::overwrite);
            case null, default -> {}
        }
    }

    private static boolean isNested(@Nullable Object value) {
        return value instanceof Object[] || value instanceof List<?>;
    }
}
