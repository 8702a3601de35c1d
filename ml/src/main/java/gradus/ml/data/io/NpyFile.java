package gradus.ml.data.io;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// Reads and writes arrays as NPY files, the format of `numpy.save` and `numpy.load`.
///
/// Reads versions 1 to 3, Booleans, integers and floating-point numbers of every [ElementType], little-endian
/// or big-endian, in C (row-major) or Fortran (column-major) order. A gzipped file is decompressed as it is
/// read. Unlike with a pickle, no code from the file is ever run. [NpzFile] reads several arrays in one file.
///
/// Source: NumPy Enhancement Proposal 1, "A Simple File Format for NumPy Arrays" (R. Kern, 2007).
public final class NpyFile {

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

    private NpyFile() {}

    /// The memory order of the elements in the file.
    public enum Order {
        /// Row-major: the last axis is contiguous, as in C and Java.
        C,
        /// Column-major: the first axis is contiguous, as in Fortran, MATLAB and R.
        FORTRAN
    }

    /// Reads the array from a file. O(size of the array) time and memory.
    ///
    /// @throws IllegalArgumentException if it isn't an NPY file, has another version or element type, or is
    ///     shorter or longer than its shape says
    /// @throws UncheckedIOException if the file cannot be read
    public static NdArray read(Path file) {
        try (var input = BinaryFileReader.open(file)) {
            return read(input);
        }
    }

    static NdArray read(BinaryFileReader input) {
        byte[] start = input.readBytes(8, "its first eight bytes");
        if (!Arrays.equals(start, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw input.error(
                    start[0] == 'P' && start[1] == 'K'
                            ? "the file is a ZIP archive; if it holds several arrays, read it with NpzFile"
                            : FileSignature.explain(start)
                                    .orElse("an NPY file must begin with 0x93 and NUMPY; pass a file that numpy.save "
                                            + "wrote"));
        }
        int version = start[6] & 0xFF;
        if (version < 1 || version > 3) {
            throw input.error(
                    "the NPY version must be 1, 2 or 3, got version " + version + "; save it with numpy.save");
        }
        ByteBuffer length = ByteBuffer.wrap(input.readBytes(version == 1 ? 2 : 4, "its header"))
                .order(ByteOrder.LITTLE_ENDIAN);
        int headerSize = version == 1 ? length.getShort() & 0xFFFF : length.getInt();
        if (headerSize < 0 || headerSize > 1 << 20) {
            throw input.error("the header length must be at most 2^20 bytes, got "
                    + Integer.toUnsignedString(headerSize) + "; download the file again");
        }
        String text = new String(
                input.readBytes(headerSize, "its header"),
                version == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
        NpyHeader header = NpyHeader.parse(text, input);
        byte[] elements = input.readBytes(
                input.byteCount(header.shape(), header.type()),
                "its elements of shape " + ArrayShapes.format(header.shape()));
        input.requireEndOfFile();
        byte[] inOrder =
                header.fortranOrder() ? reordered(elements, header.type().itemSize(), header.shape(), true) : elements;
        return NdArray.of(header.type(), header.shape(), inOrder, header.byteOrder());
    }

    /// Writes an array to a file, version 1, in C order, and overwrites the file if it exists.
    ///
    /// @throws UncheckedIOException if the file cannot be written
    public static void write(NdArray array, Path file) {
        write(array, file, Order.C);
    }

    /// Writes an array to a file, version 1, and overwrites the file if it exists.
    ///
    /// @throws UncheckedIOException if the file cannot be written
    public static void write(NdArray array, Path file, Order order) {
        try (OutputStream output = Files.newOutputStream(file)) {
            write(array, output, order);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    static void write(NdArray array, OutputStream output, Order order) throws IOException {
        byte[] header = new NpyHeader(
                        array.elementType(), ByteOrder.LITTLE_ENDIAN, order == Order.FORTRAN, array.shape())
                .format(MAGIC.length + 4)
                .getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer start = ByteBuffer.allocate(MAGIC.length + 4).order(ByteOrder.LITTLE_ENDIAN);
        start.put(MAGIC).put((byte) 1).put((byte) 0).putShort((short) header.length);
        output.write(start.array());
        output.write(header);
        byte[] elements = array.toLittleEndian();
        output.write(
                order == Order.FORTRAN
                        ? reordered(elements, array.elementType().itemSize(), array.shape(), false)
                        : elements);
    }

    /// Converts elements from Fortran order to C order, or back.
    private static byte[] reordered(byte[] elements, int itemSize, int[] shape, boolean fromFortran) {
        byte[] moved = new byte[elements.length];
        int[] index = new int[shape.length];
        int count = ArrayShapes.size(shape);
        for (int c = 0; c < count; c++) {
            int f = 0;
            for (int axis = shape.length - 1; axis >= 0; axis--) {
                f = f * shape[axis] + index[axis];
            }
            int from = fromFortran ? f : c;
            int to = fromFortran ? c : f;
            System.arraycopy(elements, from * itemSize, moved, to * itemSize, itemSize);
            for (int axis = shape.length - 1; axis >= 0 && ++index[axis] == shape[axis]; axis--) {
                index[axis] = 0;
            }
        }
        return moved;
    }
}
