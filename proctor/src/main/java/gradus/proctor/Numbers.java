package gradus.proctor;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The numbers of a value, row after row, and its shape: none for a single number, `(n)` for an array or list,
/// `(n, d)` for rows of one length.
///
/// @param nullAt the index of the first `null` inside; -1 if there is none
/// @param ragged whether rows have different lengths
/// @param whole whether the type holds whole numbers only, so that the value may be an index or a count
record Numbers(List<Double> values, List<Integer> shape, boolean ragged, int nullAt, boolean whole) {

    /// Larger values are not looked into: a diagnosis must not cost what the call itself may cost.
    private static final int MOST = 1 << 20;

    static Numbers of(@Nullable Object value) {
        var filling = new Filling();
        filling.add(value, 0);
        return new Numbers(filling.values, List.copyOf(filling.shape), filling.ragged, filling.nullAt, filling.whole);
    }

    boolean isNone() {
        return values.isEmpty();
    }

    boolean isOne() {
        return shape.isEmpty() && values.size() == 1;
    }

    int size() {
        return values.size();
    }

    double at(int index) {
        return values.get(index);
    }

    double[] array() {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /// As in `2×3`; `3` for a row of three.
    String shown() {
        return shape.isEmpty()
                ? "one number"
                : shape.stream()
                        .map(String::valueOf)
                        .reduce((a, b) -> a + "×" + b)
                        .orElse("");
    }

    private static final class Filling {
        private final List<Double> values = new ArrayList<>();
        private final List<Integer> shape = new ArrayList<>();
        private boolean ragged;
        private boolean whole;
        private int nullAt = -1;
        private boolean broken;

        void add(@Nullable Object value, int depth) {
            switch (value) {
                case null -> nullAt = nullAt < 0 ? values.size() : nullAt;
                case Double number -> values.add(number);
                case Float number -> values.add((double) number);
                case Number number -> {
                    whole = true;
                    values.add(number.doubleValue());
                }
                case Character character -> broken = true;
                default -> sequence(value, depth);
            }
            if (broken || values.size() > MOST) {
                broken = true;
                values.clear();
            }
        }

        private void sequence(Object value, int depth) {
            int length = Closeness.length(value);
            if (length < 0) {
                broken = true;
                return;
            }
            if (shape.size() == depth) {
                shape.add(length);
            } else if (shape.get(depth) != length) {
                ragged = true;
            }
            for (int i = 0; i < length && !broken; i++) {
                add(Closeness.element(value, i), depth + 1);
            }
        }
    }
}
