package gradus.ml.data.io;

import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/// Reads arrays from IDX files, the format of MNIST and related data sets.
///
/// **Format.** Two zero bytes, a byte for the element type, a byte for the number of axes, four bytes for the
/// length of each axis, then the elements in row-major order. All numbers are big-endian. The element types
/// are U1, I1, I2, I4, F4 and F8. A gzipped file is decompressed as it is read.
///
/// Source: the page of Y. LeCun, C. Cortes and C. J. C. Burges on the MNIST database (1998).
public final class IdxFile {

    private IdxFile() {}

    /// Reads the array from a file. O(size of the array) time and memory.
    ///
    /// @throws IllegalArgumentException if it isn't an IDX file, or is shorter or longer than its shape says
    /// @throws UncheckedIOException if the file cannot be read
    public static NdArray read(Path file) {
        try (var input = BinaryFileReader.open(file)) {
            byte[] magic = input.readBytes(4, "its first four bytes");
            if (magic[0] != 0 || magic[1] != 0) {
                throw input.error(FileSignature.explain(magic)
                        .orElse("an IDX file must begin with the bytes 0 0, got " + (magic[0] & 0xFF) + " "
                                + (magic[1] & 0xFF) + "; pass an IDX file, gzipped or not"));
            }
            ElementType type = type(magic[2], input);
            int[] shape = new int[magic[3] & 0xFF];
            ByteBuffer lengths = ByteBuffer.wrap(input.readBytes(4 * shape.length, "its shape"));
            for (int axis = 0; axis < shape.length; axis++) {
                shape[axis] = lengths.getInt();
            }
            byte[] elements =
                    input.readBytes(input.byteCount(shape, type), "its elements of shape " + ArrayShapes.format(shape));
            input.requireEndOfFile();
            return NdArray.of(type, shape, elements, ByteOrder.BIG_ENDIAN);
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
                        "the third byte of an IDX file must be a type (8, 9, 11, 12, 13 or 14), got " + (code & 0xFF));
        };
    }
}
