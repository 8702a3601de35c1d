package gradus.ml.data;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A string column, such as names or categories, shape `(n)`.
///
/// It is dictionary-encoded, like the `Categorical` of pandas: each distinct string is stored once, and each
/// row holds its integer code, so every further occurrence of a category costs four bytes. An empty string is
/// a value, not a missing one.
public final class StringColumn implements Column {

    private static final int MISSING = -1;

    private final int[] codes;
    private final List<String> dictionary;
    private final int missingCount;

    private StringColumn(int[] codes, List<String> dictionary) {
        this.codes = codes;
        this.dictionary = dictionary;
        this.missingCount =
                (int) Arrays.stream(codes).filter(code -> code == MISSING).count();
    }

    /// The column of these strings. No value is missing.
    public static StringColumn of(String... values) {
        return of(List.of(values));
    }

    /// The column of these strings. No value is missing.
    public static StringColumn of(List<String> values) {
        var builder = new Builder(values.size());
        values.forEach(builder::add);
        return builder.build();
    }

    /// Builds a string column row by row.
    public static final class Builder {

        private final Map<String, Integer> codeByValue = new HashMap<>();
        private final List<String> dictionary = new ArrayList<>();
        private final int[] codes;
        private int size;

        /// @param size maximum number of rows; adding more throws an [ArrayIndexOutOfBoundsException]
        public Builder(int size) {
            this.codes = new int[size];
        }

        /// Appends a row that holds `value`.
        public void add(String value) {
            Integer code = codeByValue.get(value);
            if (code == null) {
                code = dictionary.size();
                codeByValue.put(value, code);
                dictionary.add(value);
            }
            codes[size++] = code;
        }

        /// Appends a row whose value is missing.
        public void addMissing() {
            codes[size++] = MISSING;
        }

        /// The column of the rows added so far.
        public StringColumn build() {
            return new StringColumn(Arrays.copyOf(codes, size), List.copyOf(dictionary));
        }
    }

    @Override
    public DataType dataType() {
        return DataType.STRINGS;
    }

    @Override
    public int size() {
        return codes.length;
    }

    @Override
    public boolean isMissing(int row) {
        requireRow(row);
        return codes[row] == MISSING;
    }

    @Override
    public int missingCount() {
        return missingCount;
    }

    @Override
    public String getString(int row) {
        if (isMissing(row)) {
            throw new MissingValueException(
                    "the value at row " + row + " is missing; check isMissing first, or impute it with Imputer");
        }
        return dictionary.get(codes[row]);
    }

    /// The string at `row`, like [#getString].
    ///
    /// @throws IllegalArgumentException if the value is missing
    public String get(int row) {
        return getString(row);
    }

    /// A numeric column of the decimal numbers that the strings stand for, such as `2.5` or `007`; missing
    /// values stay missing. `to_numeric` in pandas.
    ///
    /// @throws IllegalArgumentException if a string isn't a finite decimal number
    public NumberColumn toNumberColumn() {
        double[] numbers = new double[size()];
        for (int row = 0; row < numbers.length; row++) {
            if (isMissing(row)) {
                numbers[row] = Double.NaN;
            } else if (ColumnTypes.isNumber(get(row))) {
                numbers[row] = Double.parseDouble(get(row));
            } else {
                throw new IllegalArgumentException("\"" + get(row) + "\" at row " + row
                        + " is no finite decimal number; correct it, or make it missing with withMissing");
            }
        }
        return NumberColumn.whereNaNIsMissing(numbers);
    }

    /// A date column of the dates that the strings stand for; missing values stay missing. `to_datetime` in
    /// pandas.
    ///
    /// @param pattern the format of the dates, as in [DateTimeFormatter], such as `dd.MM.yyyy` or `M/d/yyyy`;
    ///     months with letters are English, and years of two digits are from 2000 to 2099
    /// @throws IllegalArgumentException if the pattern is malformed, or a string isn't a date of this format
    public DateColumn toDateColumn(String pattern) {
        // Strict, since otherwise 31 February would become 28 February; y would then need an era, but u does not.
        DateTimeFormatter formatter = DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
        long[] days = new long[size()];
        var missing = new BitSet(days.length);
        for (int row = 0; row < days.length; row++) {
            if (isMissing(row)) {
                missing.set(row);
                continue;
            }
            try {
                days[row] = LocalDate.parse(get(row), formatter).toEpochDay();
            } catch (DateTimeException e) {
                throw new IllegalArgumentException(
                        "\"" + get(row) + "\" at row " + row + " is no date in the format \""
                                + pattern + "\" (in which 31 May 1906 is " + example(formatter)
                                + "); correct it, make it "
                                + "missing with withMissing, or change the format",
                        e);
            }
        }
        return DateColumn.ofEpochDays(days).withMissing(missing.stream().toArray());
    }

    private static String example(DateTimeFormatter formatter) {
        try {
            return "\"" + LocalDate.of(1906, 5, 31).format(formatter) + "\"";
        } catch (DateTimeException e) {
            return "impossible, because it has parts that a date lacks";
        }
    }

    /// The categories: the distinct strings that occur, sorted as in [String#compareTo]. O(n + c·log c) for c
    /// categories.
    public List<String> categories() {
        return Arrays.stream(codes)
                .filter(code -> code != MISSING)
                .distinct()
                .mapToObj(dictionary::get)
                .sorted()
                .toList();
    }

    @Override
    public int distinctCount() {
        return (int)
                Arrays.stream(codes).filter(code -> code != MISSING).distinct().count();
    }

    @Override
    public StringColumn selectRows(int... rowIndices) {
        int[] selected = new int[rowIndices.length];
        for (int i = 0; i < rowIndices.length; i++) {
            requireRow(rowIndices[i]);
            selected[i] = codes[rowIndices[i]];
        }
        return new StringColumn(selected, dictionary);
    }

    @Override
    public StringColumn withMissing(int... rowIndices) {
        int[] copy = codes.clone();
        for (int row : rowIndices) {
            requireRow(row);
            copy[row] = MISSING;
        }
        return new StringColumn(copy, dictionary);
    }

    @Override
    public StringColumn shift(int periods) {
        return selectRows(Shift.sources(size(), periods)).withMissing(Shift.missing(size(), periods));
    }

    @Override
    public int compare(int a, int b) {
        return getString(a).compareTo(getString(b));
    }

    private void requireRow(int row) {
        if (row < 0 || row >= codes.length) {
            throw new IndexOutOfBoundsException("no row " + row + " in a column of " + codes.length + " rows");
        }
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof StringColumn other && values().equals(other.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    /// The values, such as `[red, missing, blue]`.
    @Override
    public String toString() {
        return ColumnValues.toListString(this);
    }

    private List<java.util.Optional<String>> values() {
        return Arrays.stream(codes)
                .mapToObj(code -> code == MISSING
                        ? java.util.Optional.<String>empty()
                        : java.util.Optional.of(dictionary.get(code)))
                .toList();
    }
}
