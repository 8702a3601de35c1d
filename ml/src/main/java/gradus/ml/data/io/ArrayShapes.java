package gradus.ml.data.io;

import java.util.Arrays;
import java.util.stream.Collectors;

/// The lengths of the axes of an array.
final class ArrayShapes {

    private ArrayShapes() {}

    /// How many numbers there are; refused if an axis is negative, or there are more than an array can
    /// hold.
    static int size(int... shape) {
        long size = 1;
        for (int length : shape) {
            if (length < 0) {
                throw new IllegalArgumentException("an axis has a length of 0 or more, got shape " + format(shape));
            }
        }
        for (int length : shape) {
            size *= length;
            if (size > Integer.MAX_VALUE - 8) {
                throw new IllegalArgumentException(
                        "an array has fewer than 2^31 numbers, got shape " + format(shape) + "; read it in parts");
            }
        }
        return (int) size;
    }

    static String format(int... shape) {
        return Arrays.stream(shape).mapToObj(Integer::toString).collect(Collectors.joining(", ", "(", ")"));
    }
}
