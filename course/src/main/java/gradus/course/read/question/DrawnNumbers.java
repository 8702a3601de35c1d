package gradus.course.read.question;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The numbers that are drawn for a question: `a in 2..9, b in 1..5`.
///
/// @param ranges by name, in the order of the file
record DrawnNumbers(SequencedMap<String, Range> ranges) {

    /// The most drawings that there may be; each is checked.
    static final int MOST = 10_000;

    /// How many variants of a question are kept.
    private static final int KEPT = 12;

    private static final Pattern DRAW = Pattern.compile("\\s*([a-z]+)\\s+in\\s+(-?\\d{1,6})\\.\\.(-?\\d{1,6})\\s*");

    /// Whole numbers from `from` to `to`, both included.
    record Range(int from, int to) {
        int size() {
            return to - from + 1;
        }
    }

    /// The numbers that `text` draws; empty if it isn't written that way, or draws a name twice.
    static Optional<DrawnNumbers> parse(String text) {
        var ranges = new LinkedHashMap<String, Range>();
        for (String part : text.split(",", -1)) {
            Matcher draw = DRAW.matcher(part.replace('\u2212', '-'));
            if (!draw.matches()) {
                return Optional.empty();
            }
            var range = new Range(Integer.parseInt(draw.group(2)), Integer.parseInt(draw.group(3)));
            if (range.size() < 1 || ranges.putIfAbsent(draw.group(1), range) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(new DrawnNumbers(ranges));
    }

    Set<String> names() {
        return ranges.keySet();
    }

    /// The number of drawings.
    long count() {
        return ranges.values().stream().mapToLong(Range::size).reduce(1, (a, b) -> Math.min(a * b, Integer.MAX_VALUE));
    }

    /// The drawing with this number, from 0 to [#count].
    Map<String, Integer> drawing(int number) {
        var values = new LinkedHashMap<String, Integer>();
        int rest = number;
        for (Map.Entry<String, Range> range : ranges.entrySet()) {
            values.put(
                    range.getKey(),
                    range.getValue().from() + rest % range.getValue().size());
            rest /= range.getValue().size();
        }
        return values;
    }

    /// The drawings that become variants of the question `id`, always the same.
    List<Map<String, Integer>> kept(String id) {
        List<Integer> numbers =
                new ArrayList<>(IntStream.range(0, (int) count()).boxed().toList());
        Collections.shuffle(numbers, new Random(id.hashCode()));
        return numbers.stream().limit(KEPT).map(this::drawing).toList();
    }

    /// `text` with the drawn numbers: `{a}` becomes 3. Within a formula the braces stay, because TeX needs them.
    static String fill(String text, Map<String, Integer> values) {
        var filled = new StringBuilder();
        boolean formula = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean escaped = i > 0 && text.charAt(i - 1) == '\\';
            formula ^= c == '$' && !escaped;
            int end = c == '{' ? text.indexOf('}', i) : -1;
            Integer value = end < 0 ? null : values.get(text.substring(i + 1, end));
            if (value == null) {
                filled.append(c);
            } else {
                filled.append(formula ? "{" + value + "}" : value.toString());
                i = end;
            }
        }
        return filled.toString();
    }

    /// A drawing for people: "a = 2, b = 5".
    static String show(Map<String, Integer> values) {
        return values.entrySet().stream()
                .map(value -> value.getKey() + " = " + value.getValue())
                .collect(Collectors.joining(", "));
    }
}
