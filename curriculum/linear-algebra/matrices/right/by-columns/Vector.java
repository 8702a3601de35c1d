import java.util.stream.IntStream;

class Vector {

    public static Vector from(int size, IntToDoubleFunction entry) {
        if (size < 0) {
            throw new IllegalArgumentException("a vector can't have " + size + " components");
        }
        return Vector.of(IntStream.range(0, size).mapToDouble(entry).toArray());
    }
}
