package gradus.ml.data.preprocess;

import gradus.ml.data.Column;
import java.util.Arrays;
import java.util.List;

/// Classes as the whole numbers that classifiers want: each row's place in the list of classes.
///
/// @param classes what the classes are called, sorted
/// @param classIndices the class of each row, from 0 to the number of classes less 1, shape `(n)`
public record EncodedLabels(List<String> classes, int[] classIndices) {

    /// @throws IllegalArgumentException if a code is not the place of a class
    public EncodedLabels {
        classes = List.copyOf(classes);
        classIndices = classIndices.clone();
        for (int row = 0; row < classIndices.length; row++) {
            if (classIndices[row] < 0 || classIndices[row] >= classes.size()) {
                throw new IllegalArgumentException("codes lie between 0 and " + (classes.size() - 1) + ", got "
                        + classIndices[row] + " at row " + row);
            }
        }
    }

    /// The labels of a column of any kind, by the texts of its values.
    ///
    /// @throws IllegalArgumentException if one is missing
    public static EncodedLabels of(Column column) {
        return of(column, distinct(column));
    }

    /// The labels of a column in terms of these classes: those of the rows to train on, for example.
    ///
    /// @throws IllegalArgumentException if a value is missing, or is none of the classes
    public static EncodedLabels of(Column column, List<String> classes) {
        int[] classIndices = new int[column.size()];
        for (int row = 0; row < classIndices.length; row++) {
            classIndices[row] = classes.indexOf(column.getString(row));
            if (classIndices[row] < 0) {
                throw new IllegalArgumentException(
                        "\"" + column.getString(row) + "\" at row " + row + " is none of the classes " + classes);
            }
        }
        return new EncodedLabels(classes, classIndices);
    }

    private static List<String> distinct(Column column) {
        var firsts = new java.util.LinkedHashMap<String, Integer>();
        for (int row = 0; row < column.size(); row++) {
            firsts.putIfAbsent(column.getString(row), row);
        }
        return firsts.entrySet().stream()
                .sorted((a, b) -> column.compare(a.getValue(), b.getValue()))
                .map(java.util.Map.Entry::getKey)
                .toList();
    }

    /// The class of each row, as a copy.
    @Override
    public int[] classIndices() {
        return classIndices.clone();
    }

    /// What the class of row `row` is called.
    public String classOf(int row) {
        return classes.get(classIndices[row]);
    }

    /// Whether `object` has the same classes and codes.
    @Override
    public boolean equals(Object object) {
        return object instanceof EncodedLabels other
                && classes.equals(other.classes)
                && Arrays.equals(classIndices, other.classIndices);
    }

    @Override
    public int hashCode() {
        return 31 * classes.hashCode() + Arrays.hashCode(classIndices);
    }
}
