package gradus.ml.data.io;

import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/// Arrays in IDX files, the form in which MNIST and its kin come.
///
/// Such a file begins with two zeros, a byte for the type, a byte for the number of axes, and four bytes
/// for the length of each; then come the numbers. All are written with the highest byte first. A gzipped
/// file is unpacked on the way.
///
/// Source: the page of Y. LeCun, C. Cortes and C. J. C. Burges on the MNIST database (1998).
public final class IdxFile {

    private IdxFile() {}

    /// The array in a file. O(its size) time and memory.
    ///
    /// @throws IllegalArgumentException if it is no IDX file, or has fewer or more bytes than its shape
    ///     says
    /// @throws UncheckedIOException if the file cannot be read
    public static NdArray read(Path file) {
        try (var input = BinaryFileReader.open(file)) {
            byte[] magic = input.readBytes(4, "its first four bytes");
            if (magic[0] != 0 || magic[1] != 0) {
                throw input.error("an IDX file begins with the bytes 0 0, got " + (magic[0] & 0xFF) + " "
                        + (magic[1] & 0xFF) + "; name an IDX file, gzipped or not");
            }
            ElementType type = type(magic[2], input);
            int[] shape = new int[magic[3] & 0xFF];
            ByteBuffer lengths = ByteBuffer.wrap(input.readBytes(4 * shape.length, "its shape"));
            for (int axis = 0; axis < shape.length; axis++) {
                shape[axis] = lengths.getInt();
            }
            byte[] numbers = input.readBytes(
                    byteCount(shape, type, input), "its numbers, of shape " + ArrayShapes.format(shape));
            input.requireEndOfFile();
            return NdArray.of(type, shape, numbers, ByteOrder.BIG_ENDIAN);
        }
    }

    private static ElementType type(byte code, BinaryFileReader input) {
        return switch (code) {
            case 0x08 -> ElementType.U1;
            case 0x09 -> ElementType.I1;
            case 0x0B -> ElementType.I2;
            case 0x0C -> ElementType.I4;
            case 0x0D -> ElementType.F4;
            case 0x0E -> ElementType.F8;
            default ->
                throw input.error(
                        "the third byte of an IDX file says the type, from 8 to 14 without 10, got " + (code & 0xFF));
        };
    }

    static int byteCount(int[] shape, ElementType type, BinaryFileReader input) {
        try {
            return Math.multiplyExact(ArrayShapes.size(shape), type.itemSize());
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw input.error(
                    "its shape " + ArrayShapes.format(shape) + " is negative somewhere or too large; get it again");
        }
    }
}
