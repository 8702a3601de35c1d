package gradus.ml.data.io;

import gradus.ml.linalg.Matrix;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Numbers with any number of axes, as they come from a file: of any shape, and kept in the type that they
/// came in. It never changes.
///
/// The last axis lies together: of shape `(10000, 28, 28)`, numbers 0 to 27 are the first line of the first
/// picture. Shape `()` is one number.
public final class NdArray {

    private final ElementType type;
    private final int[] shape;
    private final ByteBuffer bytes;
    private final int size;

    private NdArray(ElementType type, int[] shape, ByteBuffer bytes) {
        this.type = type;
        this.shape = shape;
        this.bytes = bytes;
        this.size = ArrayShapes.size(shape);
    }

    /// The array whose numbers lie in `bytes`, the last axis together.
    static NdArray of(ElementType type, int[] shape, byte[] bytes, ByteOrder order) {
        return new NdArray(type, shape.clone(), ByteBuffer.wrap(bytes).order(order));
    }

    /// The array of these numbers, of type [ElementType#F8].
    ///
    /// @throws IllegalArgumentException if there are not as many as the shape says
    public static NdArray of(double[] numbers, int... shape) {
        ByteBuffer bytes = allocate(ElementType.F8, numbers.length, shape);
        bytes.asDoubleBuffer().put(numbers);
        return new NdArray(ElementType.F8, shape.clone(), bytes);
    }

    /// The array of these numbers, of type [ElementType#F4].
    ///
    /// @throws IllegalArgumentException if there are not as many as the shape says
    public static NdArray of(float[] numbers, int... shape) {
        ByteBuffer bytes = allocate(ElementType.F4, numbers.length, shape);
        bytes.asFloatBuffer().put(numbers);
        return new NdArray(ElementType.F4, shape.clone(), bytes);
    }

    /// The array of these numbers, of type [ElementType#I4].
    ///
    /// @throws IllegalArgumentException if there are not as many as the shape says
    public static NdArray of(int[] numbers, int... shape) {
        ByteBuffer bytes = allocate(ElementType.I4, numbers.length, shape);
        bytes.asIntBuffer().put(numbers);
        return new NdArray(ElementType.I4, shape.clone(), bytes);
    }

    /// The array of these numbers, of type [ElementType#I8].
    ///
    /// @throws IllegalArgumentException if there are not as many as the shape says
    public static NdArray of(long[] numbers, int... shape) {
        ByteBuffer bytes = allocate(ElementType.I8, numbers.length, shape);
        bytes.asLongBuffer().put(numbers);
        return new NdArray(ElementType.I8, shape.clone(), bytes);
    }

    /// The array of these bytes taken as numbers from 0 to 255, of type [ElementType#U1].
    ///
    /// @throws IllegalArgumentException if there are not as many as the shape says
    public static NdArray ofBytes(byte[] numbers, int... shape) {
        ByteBuffer bytes = allocate(ElementType.U1, numbers.length, shape);
        bytes.duplicate().put(numbers);
        return new NdArray(ElementType.U1, shape.clone(), bytes);
    }

    private static ByteBuffer allocate(ElementType type, int numbers, int... shape) {
        if (ArrayShapes.size(shape) != numbers) {
            throw new IllegalArgumentException("an array of shape " + ArrayShapes.format(shape) + " has "
                    + ArrayShapes.size(shape) + " numbers, got " + numbers);
        }
        return ByteBuffer.allocate(Math.multiplyExact(numbers, type.itemSize())).order(ByteOrder.LITTLE_ENDIAN);
    }

    /// How each number is kept.
    public ElementType elementType() {
        return type;
    }

    /// The length of each axis, as a copy.
    public int[] shape() {
        return shape.clone();
    }

    /// The number of numbers: the product of the lengths of the axes.
    public int size() {
        return size;
    }

    /// Number `index`, counted from 0 with the last axis together. A whole number beyond 2^53 is rounded.
    ///
    /// @throws IndexOutOfBoundsException if there is no such number
    public double get(int index) {
        return switch (type) {
            case F4 -> bytes.getFloat(index * 4);
            case F8 -> bytes.getDouble(index * 8);
            case U1, I1, I2, I4, I8 -> getLong(index);
        };
    }

    /// Number `index` as a whole number.
    ///
    /// @throws IllegalArgumentException if the array is not of whole numbers
    /// @throws IndexOutOfBoundsException if there is no such number
    public long getLong(int index) {
        return switch (type) {
            case U1 -> bytes.get(index) & 0xFF;
            case I1 -> bytes.get(index);
            case I2 -> bytes.getShort(index * 2);
            case I4 -> bytes.getInt(index * 4);
            case I8 -> bytes.getLong(index * 8);
            case F4, F8 ->
                throw new IllegalArgumentException(
                        "an array of type " + type + " has no whole numbers; ask for them with get");
        };
    }

    /// All numbers, shape `(size)`.
    public double[] toDoubles() {
        double[] numbers = new double[size];
        for (int i = 0; i < size; i++) {
            numbers[i] = get(i);
        }
        return numbers;
    }

    /// All numbers, shape `(size)`, rounded to `float`.
    public float[] toFloats() {
        float[] numbers = new float[size];
        for (int i = 0; i < size; i++) {
            numbers[i] = type.isInteger() ? getLong(i) : (float) get(i);
        }
        return numbers;
    }

    /// All numbers, shape `(size)`: labels, for example.
    ///
    /// @throws IllegalArgumentException if the array is not of whole numbers, or one is beyond the range of
    ///     `int`
    public int[] toInts() {
        int[] numbers = new int[size];
        for (int i = 0; i < size; i++) {
            long whole = getLong(i);
            if (whole != (int) whole) {
                throw new IllegalArgumentException(
                        "number " + i + " is " + whole + ", beyond the range of int; ask for it with getWhole");
            }
            numbers[i] = (int) whole;
        }
        return numbers;
    }

    /// The array as a matrix: a row for each index of the first axis, with all that lies below it side by
    /// side. Pictures of shape `(n, 28, 28)` become `(n, 784)`, numbers of shape `(n)` one column.
    ///
    /// @throws IllegalArgumentException if the shape is `()`
    public Matrix toMatrix() {
        if (shape.length == 0) {
            throw new IllegalArgumentException("an array of shape () has no rows to make a matrix of");
        }
        int columns = ArrayShapes.size(Arrays.copyOfRange(shape, 1, shape.length));
        return Matrix.from(shape[0], columns, (r, c) -> get(r * columns + c));
    }

    /// The part of the first axis from `from` to before `to`, of shape `(to - from, …)`.
    ///
    /// @throws IndexOutOfBoundsException if the first axis does not reach that far
    public NdArray slice(int from, int to) {
        int length = shape.length == 0 ? 0 : shape[0];
        java.util.Objects.checkFromToIndex(from, to, length);
        int[] sliced = shape.clone();
        sliced[0] = to - from;
        int step = length == 0 ? 0 : size / length * type.itemSize();
        ByteBuffer part = bytes.slice(from * step, (to - from) * step).order(bytes.order());
        return new NdArray(type, sliced, part);
    }

    /// Whether `object` is an array of the same type and shape with equal numbers.
    @Override
    public boolean equals(Object object) {
        return object instanceof NdArray other
                && type == other.type
                && Arrays.equals(shape, other.shape)
                && Arrays.equals(toDoubles(), other.toDoubles())
                && (!type.isInteger()
                        || java.util.stream.IntStream.range(0, size).allMatch(i -> getLong(i) == other.getLong(i)));
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(shape) + Arrays.hashCode(toDoubles());
    }

    /// Type and shape, as in `U1 (10000, 28, 28)`.
    @Override
    public String toString() {
        return type + " " + ArrayShapes.format(shape);
    }
}
