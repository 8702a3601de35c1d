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

    private static final Pattern TYPE = Pattern.compile("['\"]descr['\"]\\s*:\\s*['\"]([<>|=])([a-zA-Z]\\d+)['\"]");
    private static final Pattern FORTRAN = Pattern.compile("['\"]fortran_order['\"]\\s*:\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("['\"]shape['\"]\\s*:\\s*\\(([\\d,\\sL]*)\\)");

    static NpyHeader parse(String text, BinaryFileReader input) {
        Matcher type = find(TYPE, text, "a descr like '<f8'", input);
        Matcher fortran = find(FORTRAN, text, "a fortran_order, True or False", input);
        Matcher shape = find(SHAPE, text, "a shape like (3, 4)", input);
        return new NpyHeader(
                type(type.group(2), input),
                type.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN,
                fortran.group(1).equals("True"),
                shape(shape.group(1), input));
    }

    private static Matcher find(Pattern pattern, String text, String what, BinaryFileReader input) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw input.error("the header must have " + what + ", got " + text.strip());
        }
        return matcher;
    }

    private static ElementType type(String name, BinaryFileReader input) {
        return Arrays.stream(ElementType.values())
                .filter(type -> type.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> input.error("element type " + name
                        + " is not supported; in Python, convert with astype to u1, i1, i2, i4, i8, f4 or f8"));
    }

    private static int[] shape(String text, BinaryFileReader input) {
        try {
            return Arrays.stream(text.split(","))
                    .map(length -> length.replace("L", "").strip())
                    .filter(length -> !length.isEmpty())
                    .mapToInt(Integer::parseInt)
                    .toArray();
        } catch (NumberFormatException e) {
            throw input.error("the shape (" + text + ") is too large: axis lengths must be below 2^31");
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
