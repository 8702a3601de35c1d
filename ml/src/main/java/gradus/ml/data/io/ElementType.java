package gradus.ml.data.io;

/// The type of the elements of an array in a file (NumPy's `dtype`): the code of NumPy, with the size in
/// bytes.
public enum ElementType {
    /// Unsigned integers of 8 bits, from 0 to 255: `uint8`.
    U1(1),
    /// Signed integers of 8 bits, from -128 to 127: `int8`, Java's `byte`.
    I1(1),
    /// Signed integers of 16 bits: `int16`, Java's `short`.
    I2(2),
    /// Signed integers of 32 bits: `int32`, Java's `int`.
    I4(4),
    /// Signed integers of 64 bits: `int64`, Java's `long`.
    I8(8),
    /// Floating-point numbers of 32 bits (single precision): `float32`, Java's `float`.
    F4(4),
    /// Floating-point numbers of 64 bits (double precision): `float64`, Java's `double`.
    F8(8);

    private final int bytes;

    ElementType(int bytes) {
        this.bytes = bytes;
    }

    /// The size of one element in bytes.
    public int itemSize() {
        return bytes;
    }

    boolean isInteger() {
        return this != F4 && this != F8;
    }
}
