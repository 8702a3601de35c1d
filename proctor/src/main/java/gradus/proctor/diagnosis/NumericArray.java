package gradus.proctor.diagnosis;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The elements of a numeric value in row-major order, and its shape: `()` for a scalar, `(n)` for an array
/// or list, `(n, d)` for a matrix.
///
/// @param firstNull the index of the first `null` inside; -1 if there is none
/// @param ragged whether rows have different lengths
/// @param isIntegral whether the element type is an integer type, so that a value may be an index or a count
record NumericArray(List<Double> values, List<Integer> shape, boolean ragged, int firstNull, boolean isIntegral) {

    /// Larger values aren't diagnosed: a diagnosis must not cost as much as the call itself.
    private static final int MAX_ELEMENTS = 1 << 20;

    static NumericArray of(@Nullable Object value) {
        var builder = new Builder();
        builder.add(value, 0);
        return new NumericArray(
                builder.values, List.copyOf(builder.shape), builder.ragged, builder.firstNull, builder.isIntegral);
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    boolean isScalar() {
        return shape.isEmpty() && values.size() == 1;
    }

    int size() {
        return values.size();
    }

    double get(int index) {
        return values.get(index);
    }

    double[] toArray() {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /// The shape as text: `2×3` for a matrix, `3` for three elements.
    String shapeText() {
        return shape.isEmpty()
                ? "one number"
                : shape.stream()
                        .map(String::valueOf)
                        .reduce((a, b) -> a + "×" + b)
                        .orElse("");
    }

    private static final class Builder {
        private final List<Double> values = new ArrayList<>();
        private final List<Integer> shape = new ArrayList<>();
        private boolean ragged;
        private boolean isIntegral;
        private int firstNull = -1;
        private boolean unsupported;

        void add(@Nullable Object value, int depth) {
            switch (value) {
                case null -> firstNull = firstNull < 0 ? values.size() : firstNull;
                case Double number -> values.add(number);
                case Float number -> values.add((double) number);
                case Number number -> {
                    isIntegral = true;
                    values.add(number.doubleValue());
                }
                case Character character -> unsupported = true;
                default -> sequence(value, depth);
            }
            if (unsupported || values.size() > MAX_ELEMENTS) {
                unsupported = true;
                values.clear();
            }
        }

        private void sequence(Object value, int depth) {
            int length = Tolerance.length(value);
            if (length < 0) {
                unsupported = true;
                return;
            }
            if (shape.size() == depth) {
                shape.add(length);
            } else if (shape.get(depth) != length) {
                ragged = true;
            }
            for (int i = 0; i < length && !unsupported; i++) {
                add(Tolerance.element(value, i), depth + 1);
            }
        }
    }
}
