package gradus.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Compares values as text. Numbers in them are the same if nine significant digits are, because another order of
/// the same operations rounds differently.
final class ValueTexts {

    private static final double TOLERANCE = 1e-9;
    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\w.])[-+]?(?:\\d+(?:\\.\\d*)?(?:[eE][-+]?\\d+)?|Infinity|NaN)(?![\\w.])");

    private ValueTexts() {}

    static boolean same(String one, String other) {
        List<Double> numbers = numbers(one);
        List<Double> others = numbers(other);
        if (!frame(one).equals(frame(other)) || numbers.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < numbers.size(); i++) {
            if (!same(numbers.get(i), others.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean same(double one, double other) {
        return one == other
                || Double.isNaN(one) && Double.isNaN(other)
                || Double.isFinite(one)
                        && Double.isFinite(other)
                        && Math.abs(one - other) <= TOLERANCE * Math.max(Math.abs(one), Math.abs(other));
    }

    private static List<Double> numbers(String text) {
        var numbers = new ArrayList<Double>();
        NUMBER.matcher(text).results().map(MatchResult::group).forEach(number -> numbers.add(Double.valueOf(number)));
        return numbers;
    }

    /// The text around the numbers.
    private static String frame(String text) {
        return NUMBER.matcher(text).replaceAll("#");
    }
}
