package gradus.ml.data.io;

import java.util.Arrays;
import java.util.stream.Collectors;

/// Array shapes: the lengths of the axes.
final class ArrayShapes {

    private ArrayShapes() {}

    /// The number of elements of this shape.
    ///
    /// @throws IllegalArgumentException if an axis is negative, or there are more elements than a Java array
    ///     can hold
    static int size(int... shape) {
        long size = 1;
        for (int length : shape) {
            if (length < 0) {
                throw new IllegalArgumentException("axis lengths must be at least 0, got shape " + format(shape));
            }
        }
        for (int length : shape) {
            if (length == 0) {
                return 0;
            }
        }
        for (int length : shape) {
            size *= length;
            if (size > Integer.MAX_VALUE - 8) {
                throw new IllegalArgumentException(
                        "an array must have fewer than 2^31 elements, got shape " + format(shape) + "; split it");
            }
        }
        return (int) size;
    }

    static String format(int... shape) {
        return Arrays.stream(shape).mapToObj(Integer::toString).collect(Collectors.joining(", ", "(", ")"));
    }
}
