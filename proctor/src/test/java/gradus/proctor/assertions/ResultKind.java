package gradus.proctor.assertions;

import gradus.proctor.diagnosis.Copies;
import java.lang.reflect.Array;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The kinds of results, in the order of the columns of [ResultTable].
enum ResultKind {
    RIGHT("the right result"),
    NAN("NaN"),
    INFINITY("+∞"),
    MINUS_INFINITY("−∞"),
    EMPTY("an empty result"),
    LENGTH("a result of another length"),
    SHAPE("a result of another shape"),
    NULL("null");

    final String words;

    ResultKind(String words) {
        this.words = words;
    }

    /// A result of this kind, made of the right one.
    @Nullable
    Object of(Object right) {
        return switch (this) {
            case RIGHT -> Copies.deep(right);
            case NAN -> withLast(right, Double.NaN);
            case INFINITY -> withLast(right, Double.POSITIVE_INFINITY);
            case MINUS_INFINITY -> withLast(right, Double.NEGATIVE_INFINITY);
            case EMPTY -> resized(right, 0);
            case LENGTH -> resized(right, Array.getLength(right) - 1);
            case SHAPE -> {
                if (!(right instanceof double[][] rows)) {
                    yield new double[][] {(double[]) right};
                }
                double[][] ragged = Copies.deep(rows);
                ragged[2] = Arrays.copyOf(ragged[2], 1);
                yield ragged;
            }
            case NULL -> null;
        };
    }

    private static Object withLast(Object right, double last) {
        Object changed = Copies.deep(right);
        switch (changed) {
            case double[] numbers -> numbers[numbers.length - 1] = last;
            case double[][] rows -> rows[rows.length - 1][0] = last;
            default -> {
                return last;
            }
        }
        return changed;
    }

    private static Object resized(Object right, int length) {
        return switch (right) {
            case double[] numbers -> Arrays.copyOf(numbers, length);
            case long[] counts -> Arrays.copyOf(counts, length);
            default -> Arrays.copyOf((double[][]) right, length);
        };
    }
}
