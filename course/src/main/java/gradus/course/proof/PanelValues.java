package gradus.course.proof;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The named values that a program prints, a line for each: a name, then numbers or words, which brackets and
/// commas may stand between. `x (1.0, 2.0)` of Java and `x [1. 2.]` of NumPy have the same values.
final class PanelValues {

    private static final Pattern LINE = Pattern.compile("([A-Za-z_][\\w.-]*)\\s+(\\S.*)");
    private static final Pattern NUMBER = Pattern.compile("[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?");

    /// How Python writes what is no number, or none with digits, and Java writes otherwise.
    private static final Map<String, String> IN_JAVA = Map.of(
            "True", "true", "False", "false", "None", "null", "inf", "Infinity", "-inf", "-Infinity", "nan", "NaN");

    private PanelValues() {}

    /// The values by name, in the order of the output.
    ///
    /// @param program whose output it is, to say so
    /// @throws IllegalArgumentException with a sentence if a line is no value, or a name stands twice
    static Map<String, List<String>> parse(String program, String output) {
        var values = new LinkedHashMap<String, List<String>>();
        for (String line : output.strip().lines().toList()) {
            Matcher parts = LINE.matcher(line.strip());
            if (!parts.matches()) {
                throw new IllegalArgumentException(program + " prints \"" + line
                        + "\", which is no name with a value; print lines such as \"norm 5.0\".");
            }
            if (values.put(parts.group(1), words(parts.group(2))) != null) {
                throw new IllegalArgumentException(
                        program + " prints \"" + parts.group(1) + "\" twice; give each value a name of its own.");
            }
        }
        return values;
    }

    private static List<String> words(String text) {
        return Stream.of(text.replaceAll("[\\[\\](){},]", " ").strip().split("\\s+"))
                .map(word -> IN_JAVA.getOrDefault(word, word))
                .toList();
    }

    /// Whether two values agree: each number within the tolerance, relative to the larger, and each word
    /// exactly.
    static boolean agree(List<String> one, List<String> other, double tolerance) {
        boolean same = one.size() == other.size();
        for (int i = 0; same && i < one.size(); i++) {
            same = agree(one.get(i), other.get(i), tolerance);
        }
        return same;
    }

    private static boolean agree(String one, String other, double tolerance) {
        OptionalDouble a = number(one);
        OptionalDouble b = number(other);
        if (a.isEmpty() || b.isEmpty()) {
            return one.equals(other);
        }
        double x = a.getAsDouble();
        double y = b.getAsDouble();
        return x == y || Math.abs(x - y) <= tolerance * Math.max(Math.abs(x), Math.abs(y));
    }

    private static OptionalDouble number(String word) {
        return NUMBER.matcher(word).matches() ? OptionalDouble.of(Double.parseDouble(word)) : OptionalDouble.empty();
    }
}
