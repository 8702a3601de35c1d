package gradus.ml.data;

import java.util.Arrays;
import java.util.List;

/// Classes as the whole numbers that classifiers want: each row's place in the list of classes.
///
/// @param classes what the classes are called, sorted
/// @param codes the class of each row, from 0 to the number of classes less 1, shape `(n)`
public record Labels(List<String> classes, int[] codes) {

    /// @throws IllegalArgumentException if a code is not the place of a class
    public Labels {
        classes = List.copyOf(classes);
        codes = codes.clone();
        for (int row = 0; row < codes.length; row++) {
            if (codes[row] < 0 || codes[row] >= classes.size()) {
                throw new IllegalArgumentException(
                        "codes lie between 0 and " + (classes.size() - 1) + ", got " + codes[row] + " at row " + row);
            }
        }
    }

    /// The labels of a column of any kind, by the texts of its values.
    ///
    /// @throws IllegalArgumentException if one is missing
    public static Labels of(Column column) {
        return of(column, distinct(column));
    }

    /// The labels of a column in terms of these classes: those of the rows to train on, for example.
    ///
    /// @throws IllegalArgumentException if a value is missing, or is none of the classes
    public static Labels of(Column column, List<String> classes) {
        int[] codes = new int[column.size()];
        for (int row = 0; row < codes.length; row++) {
            codes[row] = classes.indexOf(column.text(row));
            if (codes[row] < 0) {
                throw new IllegalArgumentException(
                        "\"" + column.text(row) + "\" at row " + row + " is none of the classes " + classes);
            }
        }
        return new Labels(classes, codes);
    }

    private static List<String> distinct(Column column) {
        var firsts = new java.util.LinkedHashMap<String, Integer>();
        for (int row = 0; row < column.size(); row++) {
            firsts.putIfAbsent(column.text(row), row);
        }
        return firsts.entrySet().stream()
                .sorted((a, b) -> column.compare(a.getValue(), b.getValue()))
                .map(java.util.Map.Entry::getKey)
                .toList();
    }

    /// The class of each row, as a copy.
    @Override
    public int[] codes() {
        return codes.clone();
    }

    /// What the class of row `row` is called.
    public String name(int row) {
        return classes.get(codes[row]);
    }

    /// Whether `object` has the same classes and codes.
    @Override
    public boolean equals(Object object) {
        return object instanceof Labels other && classes.equals(other.classes) && Arrays.equals(codes, other.codes);
    }

    @Override
    public int hashCode() {
        return 31 * classes.hashCode() + Arrays.hashCode(codes);
    }
}
