package gradus.proctor.data;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// An array of numbers from a file, with any number of axes: images, labels, embeddings. Numbers stay as
/// small as they are in the file until they are asked for.
///
/// Reads IDX, as MNIST comes in, and NPY of versions 1 to 3 in C order, as NumPy writes it.
public final class DataArray {

    private static final Pattern DESCR = Pattern.compile("'descr':\\s*'([<>|=])(\\w\\d+)'");
    private static final Pattern SHAPE = Pattern.compile("'shape':\\s*\\(([^)]*)\\)");
    private static final Pattern FORTRAN = Pattern.compile("'fortran_order':\\s*True");

    /// The types of numbers that are read, by the names that NumPy has for them.
    private enum Type {
        U1(1),
        B1(1),
        I1(1),
        I2(2),
        I4(4),
        I8(8),
        F4(4),
        F8(8);

        private final int bytes;

        Type(int bytes) {
            this.bytes = bytes;
        }
    }

    private final int[] shape;
    private final Type type;
    private final ByteBuffer values;

    private DataArray(int[] shape, Type type, ByteBuffer values, String file) {
        this.shape = shape;
        this.type = type;
        this.values = values;
        long size = Arrays.stream(shape).asLongStream().reduce(1, Math::multiplyExact);
        if (size * type.bytes != values.remaining()) {
            throw new IllegalArgumentException(file + " should have " + size + " numbers of " + type.bytes
                    + " bytes, its shape being " + Arrays.toString(shape) + ", but has " + values.remaining()
                    + " bytes");
        }
    }

    /// The array in the file `name` of the data set `id`.
    ///
    /// @throws IllegalArgumentException if there is no such file, or it is neither IDX nor NPY
    public static DataArray read(String id, String name) {
        String file = "the file " + name + " of the data set " + id;
        ByteBuffer bytes = ByteBuffer.wrap(DataFiles.bytes(id, name));
        try {
            return bytes.get(0) == (byte) 0x93 ? npy(bytes, file) : idx(bytes, file);
        } catch (BufferUnderflowException | IndexOutOfBoundsException | ArithmeticException e) {
            throw new IllegalArgumentException(file + " is cut off or damaged", e);
        }
    }

    private static DataArray idx(ByteBuffer bytes, String file) {
        int magic = bytes.getInt();
        Type type = switch (magic >> 8) {
            case 0x08 -> Type.U1;
            case 0x09 -> Type.I1;
            case 0x0b -> Type.I2;
            case 0x0c -> Type.I4;
            case 0x0d -> Type.F4;
            case 0x0e -> Type.F8;
            default -> throw new IllegalArgumentException(file + " is neither an IDX nor an NPY file");
        };
        int[] shape = IntStream.range(0, magic & 0xff).map(_ -> bytes.getInt()).toArray();
        return new DataArray(shape, type, bytes.slice().order(ByteOrder.BIG_ENDIAN), file);
    }

    private static DataArray npy(ByteBuffer bytes, String file) {
        bytes.order(ByteOrder.LITTLE_ENDIAN).position(6);
        int version = bytes.getShort() & 0xff;
        int length = version == 1 ? bytes.getShort() & 0xffff : bytes.getInt();
        var header = new byte[length];
        bytes.get(header);
        String text = new String(header, StandardCharsets.UTF_8);
        Matcher descr = DESCR.matcher(text);
        Matcher shape = SHAPE.matcher(text);
        if (!descr.find() || !shape.find() || FORTRAN.matcher(text).find()) {
            throw new IllegalArgumentException(file
                    + " must hold an array of numbers in C order; save it with np.save(file, np.ascontiguousarray(a))");
        }
        ByteOrder order = descr.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        return new DataArray(
                Arrays.stream(shape.group(1).split(","))
                        .map(String::strip)
                        .filter(size -> !size.isEmpty())
                        .mapToInt(Integer::parseInt)
                        .toArray(),
                type(descr.group(2), file),
                bytes.slice().order(order),
                file);
    }

    private static Type type(String name, String file) {
        return Arrays.stream(Type.values())
                .filter(type -> type.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(file + " holds numbers of type " + name
                        + "; those of u1, b1, i1, i2, i4, i8, f4 and f8 are read"));
    }

    /// The number of elements along each axis.
    public int[] shape() {
        return shape.clone();
    }

    /// The number of elements along the first axis.
    public int rows() {
        return shape.length == 0 ? 1 : shape[0];
    }

    /// One element, counted in the order of the file.
    public double value(int index) {
        int at = index * type.bytes;
        return switch (type) {
            case U1, B1 -> values.get(at) & 0xff;
            case I1 -> values.get(at);
            case I2 -> values.getShort(at);
            case I4 -> values.getInt(at);
            case I8 -> values.getLong(at);
            case F4 -> values.getFloat(at);
            case F8 -> values.getDouble(at);
        };
    }

    /// All elements with this first index, in one row: the pixels of one image.
    public double[] row(int first) {
        int width = rows() == 0 ? 0 : values.remaining() / type.bytes / rows();
        return IntStream.range(first * width, (first + 1) * width)
                .mapToDouble(this::value)
                .toArray();
    }

    /// All elements as integers: labels.
    ///
    /// @throws IllegalArgumentException if one of them isn't a whole number that fits
    public int[] toIntArray() {
        int[] whole = new int[values.remaining() / type.bytes];
        for (int i = 0; i < whole.length; i++) {
            whole[i] = (int) value(i);
            if (whole[i] != value(i)) {
                throw new IllegalArgumentException("element " + i + " is " + value(i) + ", which is not an int");
            }
        }
        return whole;
    }
}
