package gradus.ml.data.io;

import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The header of an NPY file: a Python dictionary with the keys `descr`, `fortran_order` and `shape`.
///
/// @param type the type of the elements
/// @param byteOrder little-endian or big-endian
/// @param fortranOrder whether the elements are in Fortran (column-major) order
/// @param shape the length of each axis
record NpyHeader(ElementType type, ByteOrder byteOrder, boolean fortranOrder, int[] shape) {

    private static final Pattern RECORD = Pattern.compile("['\"]descr['\"]\\s*:\\s*[\\[(]");
    private static final Pattern TYPE =
            Pattern.compile("['\"]descr['\"]\\s*:\\s*['\"]([<>|=]?)([a-zA-Z?])(\\d*)(\\[[^]]*])?['\"]");
    private static final Pattern FORTRAN = Pattern.compile("['\"]fortran_order['\"]\\s*:\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("['\"]shape['\"]\\s*:\\s*\\(([\\d,\\sL]*)\\)");

    static NpyHeader parse(String text, BinaryFileReader input) {
        if (RECORD.matcher(text).find()) {
            throw input.error("its elements are records; in NumPy, save each field as an array of its own, such as "
                    + "array['name']");
        }
        Matcher type = find(TYPE, text, "a descr like '<f8'", input);
        Matcher fortran = find(FORTRAN, text, "a fortran_order, True or False", input);
        Matcher shape = find(SHAPE, text, "a shape like (3, 4)", input);
        return new NpyHeader(
                type(type.group(2).charAt(0), type.group(3), input),
                type.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN,
                fortran.group(1).equals("True"),
                shape(shape.group(1), input));
    }

    private static Matcher find(Pattern pattern, String text, String what, BinaryFileReader input) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw input.error("the header must have " + what + ", got " + CsvFaults.abbreviate(text.strip()));
        }
        return matcher;
    }

    private static ElementType type(char kind, String size, BinaryFileReader input) {
        String name = kind + size;
        return Arrays.stream(ElementType.values())
                .filter(type -> type.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> input.error("its elements are " + describe(kind) + " (" + name
                        + "), which cannot be read; in NumPy, " + remedy(kind)));
    }

    private static String describe(char kind) {
        return switch (kind) {
            case 'c' -> "complex numbers";
            case 'U', 'S', 'a', 'T' -> "strings";
            case 'O' -> "Python objects";
            case 'M' -> "dates";
            case 'm' -> "durations";
            case 'V' -> "raw bytes";
            default -> "of another type";
        };
    }

    private static String remedy(char kind) {
        return switch (kind) {
            case 'c' -> "save array.real and array.imag";
            case 'U', 'S', 'a', 'T' -> "write them as CSV, or save their codes from numpy.unique";
            case 'O' -> "convert them with array.astype('f8'), if they are numbers";
            case 'M', 'm' -> "save array.astype('i8'), which counts the units of time";
            case 'V' -> "save array.view('u1')";
            default -> "save array.astype('f8')";
        };
    }

    private static int[] shape(String text, BinaryFileReader input) {
        try {
            return Arrays.stream(text.split(","))
                    .map(length -> length.replace("L", "").strip())
                    .filter(length -> !length.isEmpty())
                    .mapToInt(Integer::parseInt)
                    .toArray();
        } catch (NumberFormatException e) {
            throw input.error("axis lengths must be below 2^31, got shape (" + CsvFaults.abbreviate(text.strip())
                    + "); split the array into several files");
        }
    }

    /// The dictionary, padded with spaces so that the header, including a prefix of `prefixLength` bytes, is
    /// a multiple of 64 bytes long.
    String format(int prefixLength) {
        String name = type.name().toLowerCase(Locale.ROOT);
        String lengths = Arrays.stream(shape).mapToObj(length -> length + ",").collect(Collectors.joining(" "));
        String tuple = shape.length > 1 ? lengths.substring(0, lengths.length() - 1) : lengths;
        String dictionary = "{'descr': '" + (type.itemSize() == 1 ? "|" : "<") + name + "', 'fortran_order': "
                + (fortranOrder ? "True" : "False") + ", 'shape': (" + tuple + "), }";
        int padded = (prefixLength + dictionary.length() + 1 + 63) / 64 * 64;
        return dictionary + " ".repeat(padded - prefixLength - dictionary.length() - 1) + "\n";
    }
}
