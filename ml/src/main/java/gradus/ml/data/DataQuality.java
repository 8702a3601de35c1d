package gradus.ml.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Data quality: what is wrong with a table as it was typed, before any data type is decided.
///
/// Fields are texts, and a numeric column is an array in which NaN stands for a missing value, as in NumPy and
/// pandas. [#defects] applies six plain rules to a whole table. A defect is a question to whoever made the
/// table: a rule can't know whether the value is an error.
///
/// Source of the rule for outliers: B. Iglewicz and D. Hoaglin, How to Detect and Handle Outliers (1993), with
/// another threshold.
public final class DataQuality {

    /// Fields that mean a missing value: those of `CsvFormat.DEFAULT`.
    public static final Set<String> MISSING =
            Set.of("", "NA", "N/A", "n/a", "#N/A", "<NA>", "NULL", "null", "NaN", "nan", "?");

    /// A value is an outlier if it is more than this many standard deviations from the median.
    public static final double THRESHOLD = 4;

    /// The standard deviation of normally distributed values, divided by their median absolute deviation.
    public static final double MAD_SCALE = 1.4826;

    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");

    /// A column of texts holds labels if it has at least this many rows for each distinct label.
    private static final int ROWS_PER_LABEL = 10;

    /// What a rule looks for.
    public enum Kind {
        /// A text in a column in which more than half of the values are numbers.
        TYPE_MIX,
        /// A row that is equal to an earlier one.
        DUPLICATE_ROW,
        /// A number far from the median, as a value in the wrong unit is.
        OUTLIER,
        /// A field without a value.
        MISSING_VALUE,
        /// A column in which all values are equal.
        CONSTANT_COLUMN,
        /// A label that occurs only once, as a misspelt one does.
        RARE_LABEL;

        /// The name in words, such as `type mix`.
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /// A defect of a table.
    ///
    /// @param kind the rule that found it
    /// @param column the name of the column; empty if it is about a whole row
    /// @param row the index of the row, counted from 0 without the header; −1 if it is about a whole column
    /// @param value the field as it was typed; empty if it is about a whole row
    public record Defect(Kind kind, String column, int row, String value) {

        /// Such as `outlier: "4.2" in body_mass_g, row 17`.
        @Override
        public String toString() {
            return kind + ": "
                    + (column.isEmpty() ? "" : "\"" + value + "\" in " + column + (row < 0 ? "" : ", "))
                    + (row < 0 ? "" : "row " + row);
        }
    }

    private DataQuality() {}

    /// Whether a field means a missing value, apart from white space around it.
    public static boolean isMissing(String field) {
        return MISSING.contains(field.strip());
    }

    /// Whether a field is a finite decimal number, such as `-2.5` or `1e3`, apart from white space around it.
    public static boolean isNumber(String field) {
        return NUMBER.matcher(field.strip()).matches() && Double.isFinite(Double.parseDouble(field.strip()));
    }

    /// The fields as numbers, shape `(n)`, with NaN for each missing value: `to_numeric` in pandas.
    ///
    /// @throws IllegalArgumentException if a field is neither a number nor missing; the message has the field
    ///     and its row
    public static double[] numbers(List<String> fields) {
        double[] numbers = new double[fields.size()];
        for (int row = 0; row < numbers.length; row++) {
            String field = fields.get(row);
            if (isMissing(field)) {
                numbers[row] = Double.NaN;
            } else if (isNumber(field)) {
                numbers[row] = Double.parseDouble(field);
            } else {
                throw new IllegalArgumentException("row " + row + ": expected a number, got \"" + field + "\"");
            }
        }
        return numbers;
    }

    /// How often each distinct value occurs, in the order in which the values first occur: `value_counts` in
    /// pandas, which sorts them by frequency. O(n).
    public static <T> Map<T, Integer> counts(List<T> values) {
        Map<T, Integer> counts = new LinkedHashMap<>();
        for (T value : values) {
            counts.merge(value, 1, Integer::sum);
        }
        return counts;
    }

    /// The median of the numbers, leaving out NaN: `nanmedian` in NumPy. NaN if there is no other value.
    /// O(n·log n).
    ///
    /// @param numbers finite numbers, or NaN where one is missing, shape `(n)`
    public static double median(double[] numbers) {
        double[] sorted = Arrays.stream(numbers)
                .filter(number -> !Double.isNaN(number))
                .sorted()
                .toArray();
        int n = sorted.length;
        if (n == 0) {
            return Double.NaN;
        }
        return n % 2 == 1 ? sorted[n / 2] : sorted[n / 2 - 1] / 2 + sorted[n / 2] / 2;
    }

    /// The rows, in ascending order, whose number is an outlier: its distance from the median is more than
    /// [#THRESHOLD] · [#MAD_SCALE] times the median absolute deviation, the median of all these distances.
    /// Missing values aren't outliers, and if more than half of the distances are 0, there are none.
    ///
    /// Mean and standard deviation would move towards the outliers, and many of them would hide each other.
    /// O(n·log n).
    ///
    /// @param numbers finite numbers, or NaN where one is missing, shape `(n)`
    public static int[] outliers(double[] numbers) {
        double median = median(numbers);
        double[] distances = new double[numbers.length];
        for (int row = 0; row < numbers.length; row++) {
            distances[row] = Math.abs(numbers[row] - median);
        }
        double limit = THRESHOLD * MAD_SCALE * median(distances);
        return IntStream.range(0, numbers.length)
                .filter(row -> limit > 0 && distances[row] > limit)
                .toArray();
    }

    /// The defects of a table: first the duplicate rows, then those of each column, in order.
    ///
    /// @param records the header, then the rows, as `CsvRecords.split` gives them
    /// @throws IllegalArgumentException if there is no header, or a row has more or fewer fields
    public static List<Defect> defects(List<List<String>> records) {
        if (records.isEmpty()) {
            throw new IllegalArgumentException("a table needs a header, got no records");
        }
        List<String> header = records.getFirst();
        List<List<String>> rows = records.subList(1, records.size());
        var defects = new ArrayList<Defect>();
        Map<List<String>, Integer> copies = counts(rows);
        for (int row = 0; row < rows.size(); row++) {
            if (rows.get(row).size() != header.size()) {
                throw new IllegalArgumentException("row " + row + ": expected " + header.size()
                        + " fields as in the header, got " + rows.get(row).size());
            }
            if (copies.get(rows.get(row)) > 1 && rows.indexOf(rows.get(row)) < row) {
                defects.add(new Defect(Kind.DUPLICATE_ROW, "", row, ""));
            }
        }
        for (int column = 0; column < header.size(); column++) {
            int index = column;
            inspect(header.get(column), rows.stream().map(row -> row.get(index)).toList(), defects);
        }
        return List.copyOf(defects);
    }

    private static void inspect(String name, List<String> fields, List<Defect> defects) {
        List<String> present =
                fields.stream().filter(field -> !isMissing(field)).toList();
        long numeric = present.stream().filter(DataQuality::isNumber).count();
        Map<String, Integer> counts = counts(present);
        if (counts.size() == 1 && present.size() > 1) {
            defects.add(new Defect(Kind.CONSTANT_COLUMN, name, -1, present.getFirst()));
        }
        boolean numbers = 2 * numeric > present.size();
        boolean labels = !numbers && ROWS_PER_LABEL * counts.size() <= fields.size();
        for (int row = 0; row < fields.size(); row++) {
            String field = fields.get(row);
            if (isMissing(field)) {
                defects.add(new Defect(Kind.MISSING_VALUE, name, row, field));
            } else if (numbers && !isNumber(field)) {
                defects.add(new Defect(Kind.TYPE_MIX, name, row, field));
            } else if (labels && counts.get(field) == 1) {
                defects.add(new Defect(Kind.RARE_LABEL, name, row, field));
            }
        }
        if (numbers) {
            List<String> typed =
                    fields.stream().map(field -> isNumber(field) ? field : "").toList();
            for (int row : outliers(numbers(typed))) {
                defects.add(new Defect(Kind.OUTLIER, name, row, fields.get(row)));
            }
        }
    }
}
