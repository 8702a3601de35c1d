package gradus.ml.data.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// Arrays in NPY files, the form in which NumPy saves one: the bridge from and to Python.
///
/// Versions 1 and 2 are read, of types u1, i1, i2, i4, i8, f4 and f8, with either byte first, in the order
/// of C (the last axis together) or of Fortran (the first axis together). A gzipped file is unpacked on the
/// way. Nothing in the file is ever run, unlike in a pickle.
///
/// Source: NumPy Enhancement Proposal 1, "A Simple File Format for NumPy Arrays" (R. Kern, 2007).
public final class NpyFile {

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

    private NpyFile() {}

    /// Which axis lies together in the file.
    public enum Order {
        /// The last, as in C and Java.
        C,
        /// The first, as in Fortran, MATLAB and R.
        FORTRAN
    }

    /// The array in a file. O(its size) time and memory.
    ///
    /// @throws IllegalArgumentException if it is no NPY file, of another type, or has fewer or more bytes
    ///     than its shape says
    /// @throws UncheckedIOException if the file cannot be read
    public static NdArray read(Path file) {
        try (var input = BinaryFileReader.open(file)) {
            byte[] start = input.readBytes(8, "its first eight bytes");
            if (!Arrays.equals(start, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
                throw input.error("an NPY file begins with 0x93 and NUMPY; name one that numpy.save wrote");
            }
            int version = start[6];
            if (version != 1 && version != 2) {
                throw input.error("NPY files of versions 1 and 2 are read, got version " + version);
            }
            ByteBuffer length = ByteBuffer.wrap(input.readBytes(version == 1 ? 2 : 4, "its header"))
                    .order(ByteOrder.LITTLE_ENDIAN);
            int headerSize = version == 1 ? length.getShort() & 0xFFFF : length.getInt();
            if (headerSize < 0 || headerSize > 1 << 20) {
                throw input.error("its header is said to have " + headerSize + " bytes, too many; get it again");
            }
            var header = NpyHeader.parse(
                    new String(input.readBytes(headerSize, "its header"), StandardCharsets.ISO_8859_1), input);
            int size = IdxFile.byteCount(header.shape(), header.type(), input);
            byte[] numbers = input.readBytes(size, "its numbers, of shape " + ArrayShapes.format(header.shape()));
            input.requireEndOfFile();
            byte[] inOrder = header.fortranOrder()
                    ? reordered(numbers, header.type().itemSize(), header.shape(), true)
                    : numbers;
            return NdArray.of(header.type(), header.shape(), inOrder, header.byteOrder());
        }
    }

    /// Writes an array to a file of version 1, in the order of C, in place of what is in it.
    ///
    /// @throws UncheckedIOException if the file cannot be written
    public static void write(NdArray array, Path file) {
        write(array, file, Order.C);
    }

    /// Writes an array to a file of version 1, in place of what is in it.
    ///
    /// @throws UncheckedIOException if the file cannot be written
    public static void write(NdArray array, Path file, Order order) {
        byte[] header = new NpyHeader(
                        array.elementType(), ByteOrder.LITTLE_ENDIAN, order == Order.FORTRAN, array.shape())
                .format(MAGIC.length + 4)
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] numbers = littleEndian(array);
        if (order == Order.FORTRAN) {
            numbers = reordered(numbers, array.elementType().itemSize(), array.shape(), false);
        }
        ByteBuffer all = ByteBuffer.allocate(MAGIC.length + 4 + header.length + numbers.length)
                .order(ByteOrder.LITTLE_ENDIAN);
        all.put(MAGIC).put((byte) 1).put((byte) 0).putShort((short) header.length);
        all.put(header).put(numbers);
        try {
            Files.write(file, all.array());
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written: " + e.getMessage(), e);
        }
    }

    private static byte[] littleEndian(NdArray array) {
        ByteBuffer bytes = ByteBuffer.allocate(
                        Math.multiplyExact(array.size(), array.elementType().itemSize()))
                .order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < array.size(); i++) {
            switch (array.elementType()) {
                case U1, I1 -> bytes.put((byte) array.getLong(i));
                case I2 -> bytes.putShort((short) array.getLong(i));
                case I4 -> bytes.putInt((int) array.getLong(i));
                case I8 -> bytes.putLong(array.getLong(i));
                case F4 -> bytes.putFloat((float) array.get(i));
                case F8 -> bytes.putDouble(array.get(i));
            }
        }
        return bytes.array();
    }

    /// The same numbers in the other order: from Fortran's to C's, or back.
    private static byte[] reordered(byte[] numbers, int bytes, int[] shape, boolean fromFortran) {
        byte[] moved = new byte[numbers.length];
        int[] index = new int[shape.length];
        int count = ArrayShapes.size(shape);
        for (int c = 0; c < count; c++) {
            int f = 0;
            for (int axis = shape.length - 1; axis >= 0; axis--) {
                f = f * shape[axis] + index[axis];
            }
            int from = fromFortran ? f : c;
            int to = fromFortran ? c : f;
            System.arraycopy(numbers, from * bytes, moved, to * bytes, bytes);
            for (int axis = shape.length - 1; axis >= 0 && ++index[axis] == shape[axis]; axis--) {
                index[axis] = 0;
            }
        }
        return moved;
    }
}
