package gradus.ml.data.io;

/// The type of the elements of an array in a file (NumPy's `dtype`): the code of NumPy, with the size in
/// bytes.
public enum ElementType {
    /// Booleans: `bool`, one byte each, 0 for false and 1 for true.
    B1(1),
    /// Unsigned integers of 8 bits, from 0 to 255: `uint8`.
    U1(1),
    /// Signed integers of 8 bits, from -128 to 127: `int8`, Java's `byte`.
    I1(1),
    /// Unsigned integers of 16 bits, from 0 to 65535: `uint16`, Java's `char`.
    U2(2),
    /// Signed integers of 16 bits: `int16`, Java's `short`.
    I2(2),
    /// Unsigned integers of 32 bits: `uint32`.
    U4(4),
    /// Signed integers of 32 bits: `int32`, Java's `int`.
    I4(4),
    /// Unsigned integers of 64 bits: `uint64`. Those of 2^63 or more do not fit into a `long`.
    U8(8),
    /// Signed integers of 64 bits: `int64`, Java's `long`.
    I8(8),
    /// Floating-point numbers of 16 bits (half precision): `float16`.
    F2(2),
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
        return this != F2 && this != F4 && this != F8;
    }
}
