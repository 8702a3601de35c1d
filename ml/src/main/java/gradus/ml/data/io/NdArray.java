package gradus.ml.data.io;

import gradus.ml.linalg.Matrix;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;

/// An n-dimensional array (NumPy's `ndarray`) as read from a file: any shape, with elements in their original
/// type. Immutable.
///
/// The elements are in row-major (C) order, so the last axis is contiguous: in shape `(10000, 28, 28)`,
/// elements 0 to 27 are the first line of the first image. Shape `()` is a scalar. For calculations, convert
/// to a matrix or to a Java array.
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

    /// The array with these elements in row-major order; `bytes` is not copied.
    static NdArray of(ElementType type, int[] shape, byte[] bytes, ByteOrder order) {
        return new NdArray(type, shape.clone(), ByteBuffer.wrap(bytes).order(order));
    }

    /// The array of these numbers, copied, in row-major order, of type [ElementType#F8].
    ///
    /// @throws IllegalArgumentException if the number of elements is not the product of the axis lengths
    public static NdArray of(double[] numbers, int... shape) {
        ByteBuffer bytes = allocate(ElementType.F8, numbers.length, shape);
        bytes.asDoubleBuffer().put(numbers);
        return new NdArray(ElementType.F8, shape.clone(), bytes);
    }

    /// The array of these numbers, copied, in row-major order, of type [ElementType#F4].
    ///
    /// @throws IllegalArgumentException if the number of elements is not the product of the axis lengths
    public static NdArray of(float[] numbers, int... shape) {
        ByteBuffer bytes = allocate(ElementType.F4, numbers.length, shape);
        bytes.asFloatBuffer().put(numbers);
        return new NdArray(ElementType.F4, shape.clone(), bytes);
    }

    /// The array of these numbers, copied, in row-major order, of type [ElementType#I4].
    ///
    /// @throws IllegalArgumentException if the number of elements is not the product of the axis lengths
    public static NdArray of(int[] numbers, int... shape) {
        ByteBuffer bytes = allocate(ElementType.I4, numbers.length, shape);
        bytes.asIntBuffer().put(numbers);
        return new NdArray(ElementType.I4, shape.clone(), bytes);
    }

    /// The array of these numbers, copied, in row-major order, of type [ElementType#I8].
    ///
    /// @throws IllegalArgumentException if the number of elements is not the product of the axis lengths
    public static NdArray of(long[] numbers, int... shape) {
        ByteBuffer bytes = allocate(ElementType.I8, numbers.length, shape);
        bytes.asLongBuffer().put(numbers);
        return new NdArray(ElementType.I8, shape.clone(), bytes);
    }

    /// The array of these bytes, copied and read as unsigned integers from 0 to 255, of type
    /// [ElementType#U1].
    ///
    /// @throws IllegalArgumentException if the number of elements is not the product of the axis lengths
    public static NdArray ofBytes(byte[] numbers, int... shape) {
        ByteBuffer bytes = allocate(ElementType.U1, numbers.length, shape);
        bytes.duplicate().put(numbers);
        return new NdArray(ElementType.U1, shape.clone(), bytes);
    }

    private static ByteBuffer allocate(ElementType type, int count, int... shape) {
        if (ArrayShapes.size(shape) != count) {
            throw new IllegalArgumentException("shape " + ArrayShapes.format(shape) + " needs "
                    + ArrayShapes.size(shape) + " elements, got " + count);
        }
        return ByteBuffer.allocate(Math.multiplyExact(count, type.itemSize())).order(ByteOrder.LITTLE_ENDIAN);
    }

    /// The type of the elements.
    public ElementType elementType() {
        return type;
    }

    /// The length of each axis, as a copy.
    public int[] shape() {
        return shape.clone();
    }

    /// The number of elements: the product of the axis lengths.
    public int size() {
        return size;
    }

    /// The element at flat index `index`, in row-major order. An integer beyond 2^53 is rounded to the
    /// nearest `double`.
    ///
    /// @throws IndexOutOfBoundsException if there is no such element
    public double get(int index) {
        Objects.checkIndex(index, size);
        return switch (type) {
            case F2 -> Float.float16ToFloat(bytes.getShort(index * 2));
            case F4 -> bytes.getFloat(index * 4);
            case F8 -> bytes.getDouble(index * 8);
            // The lowest bit is kept in the half, so that rounding to a double is right.
            case U8 -> bits(index) >= 0 ? bits(index) : 2.0 * (bits(index) >>> 1 | bits(index) & 1);
            case B1, U1, I1, U2, I2, U4, I4, I8 -> bits(index);
        };
    }

    /// The element at flat index `index`, in row-major order, as an integer.
    ///
    /// @throws IllegalArgumentException if the elements are floating-point numbers, or this one is at least
    ///     2^63
    /// @throws IndexOutOfBoundsException if there is no such element
    public long getLong(int index) {
        Objects.checkIndex(index, size);
        if (!type.isInteger()) {
            throw new IllegalArgumentException("an array of type " + type + " does not hold integers; use get");
        }
        long bits = bits(index);
        if (type == ElementType.U8 && bits < 0) {
            throw new IllegalArgumentException("element " + index + " is " + Long.toUnsignedString(bits)
                    + ", outside the range of long; use get, which rounds it");
        }
        return bits;
    }

    /// The bits of an element, which are its value unless it is a floating-point number or 2^63 or more.
    private long bits(int index) {
        return switch (type) {
            case B1 -> bytes.get(index) == 0 ? 0 : 1;
            case U1 -> bytes.get(index) & 0xFF;
            case I1 -> bytes.get(index);
            case U2 -> bytes.getChar(index * 2);
            case I2, F2 -> bytes.getShort(index * 2);
            case U4 -> bytes.getInt(index * 4) & 0xFFFF_FFFFL;
            case I4, F4 -> bytes.getInt(index * 4);
            case U8, I8, F8 -> bytes.getLong(index * 8);
        };
    }

    /// The elements in row-major order, as little-endian bytes.
    byte[] toLittleEndian() {
        byte[] copy = new byte[Math.multiplyExact(size, type.itemSize())];
        bytes.get(0, copy);
        if (bytes.order() == ByteOrder.BIG_ENDIAN) {
            reverseEach(copy, type.itemSize());
        }
        return copy;
    }

    private static void reverseEach(byte[] elements, int itemSize) {
        for (int start = 0; start < elements.length; start += itemSize) {
            for (int i = start, j = start + itemSize - 1; i < j; i++, j--) {
                byte swapped = elements[i];
                elements[i] = elements[j];
                elements[j] = swapped;
            }
        }
    }

    /// All elements in row-major order, shape `(size)`.
    public double[] toDoubles() {
        double[] numbers = new double[size];
        for (int i = 0; i < size; i++) {
            numbers[i] = get(i);
        }
        return numbers;
    }

    /// All elements in row-major order, shape `(size)`, rounded to `float`.
    public float[] toFloats() {
        float[] numbers = new float[size];
        for (int i = 0; i < size; i++) {
            long bits = bits(i);
            numbers[i] = switch (type) {
                case F2, F4, F8 -> (float) get(i);
                case U8 -> bits >= 0 ? bits : 2f * (bits >>> 1 | bits & 1);
                case B1, U1, I1, U2, I2, U4, I4, I8 -> bits;
            };
        }
        return numbers;
    }

    /// All elements in row-major order, shape `(size)`: labels, for example.
    ///
    /// @throws IllegalArgumentException if the elements are floating-point numbers, or one is outside the
    ///     range of `int`
    public int[] toInts() {
        int[] numbers = new int[size];
        for (int i = 0; i < size; i++) {
            long integer = getLong(i);
            if (integer != (int) integer) {
                throw new IllegalArgumentException(
                        "element " + i + " is " + integer + ", outside the range of int; use getLong");
            }
            numbers[i] = (int) integer;
        }
        return numbers;
    }

    /// Converts the array to a matrix with a row for each index of the first axis; all other axes are
    /// flattened. Images of shape `(n, 28, 28)` give shape `(n, 784)`, and shape `(n)` gives one column,
    /// `(n, 1)`.
    ///
    /// @throws IllegalArgumentException if the shape is `()`
    public Matrix toMatrix() {
        if (shape.length == 0) {
            throw new IllegalArgumentException("an array of shape () has no rows; a matrix needs at least 1 axis");
        }
        int columns = ArrayShapes.size(Arrays.copyOfRange(shape, 1, shape.length));
        return Matrix.from(shape[0], columns, (r, c) -> get(r * columns + c));
    }

    /// The slice of the first axis from `from` to before `to`, of shape `(to - from, …)`: `array[from:to]` in
    /// NumPy. Nothing is copied.
    ///
    /// @throws IndexOutOfBoundsException if the range exceeds the first axis
    public NdArray slice(int from, int to) {
        int length = shape.length == 0 ? 0 : shape[0];
        Objects.checkFromToIndex(from, to, length);
        int[] sliced = shape.clone();
        sliced[0] = to - from;
        int step = length == 0 ? 0 : size / length * type.itemSize();
        ByteBuffer part = bytes.slice(from * step, (to - from) * step).order(bytes.order());
        return new NdArray(type, sliced, part);
    }

    /// Whether `object` is an array of the same type and shape with equal elements; NaN equals NaN here.
    @Override
    public boolean equals(Object object) {
        return object instanceof NdArray other
                && type == other.type
                && Arrays.equals(shape, other.shape)
                && IntStream.range(0, size)
                        .allMatch(
                                type.isInteger()
                                        ? i -> bits(i) == other.bits(i)
                                        : i -> Double.compare(get(i), other.get(i)) == 0);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(shape) + Arrays.hashCode(toDoubles());
    }

    /// Type and shape, such as `U1 (10000, 28, 28)`.
    @Override
    public String toString() {
        return type + " " + ArrayShapes.format(shape);
    }
}
