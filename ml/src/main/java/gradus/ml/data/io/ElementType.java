package gradus.ml.data.io;

/// How a number is kept in a file of numbers: its kind and its size in bytes.
public enum ElementType {
    /// Whole numbers from 0 to 255, in one byte.
    U1(1),
    /// Whole numbers from -128 to 127, in one byte.
    I1(1),
    /// Whole numbers of 16 bits.
    I2(2),
    /// Whole numbers of 32 bits, as `int`.
    I4(4),
    /// Whole numbers of 64 bits, as `long`.
    I8(8),
    /// Numbers of 32 bits, as `float`.
    F4(4),
    /// Numbers of 64 bits, as `double`.
    F8(8);

    private final int bytes;

    ElementType(int bytes) {
        this.bytes = bytes;
    }

    /// The size of one number in bytes.
    public int itemSize() {
        return bytes;
    }

    boolean isInteger() {
        return this != F4 && this != F8;
    }
}
