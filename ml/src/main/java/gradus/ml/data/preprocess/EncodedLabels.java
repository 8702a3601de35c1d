package gradus.ml.data.preprocess;

import gradus.ml.data.Column;
import gradus.ml.data.EditDistance;
import gradus.ml.data.split.Labels;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Encoded labels: the class of each row as a class index, the form that classifiers expect. `LabelEncoder`
/// in scikit-learn.
///
/// @param classes the class names; the class index is the position in this list
/// @param classIndices the class index of each row, from 0 to the number of classes minus 1, shape `(n)`
public record EncodedLabels(List<String> classes, int[] classIndices) {

    /// @throws IllegalArgumentException if a class occurs twice, or a class index is out of range
    public EncodedLabels {
        classes = List.copyOf(classes);
        if (Set.copyOf(classes).size() < classes.size()) {
            throw new IllegalArgumentException("classes must be distinct, got " + classes);
        }
        classIndices = classIndices.clone();
        for (int row = 0; row < classIndices.length; row++) {
            if (classIndices[row] < 0 || classIndices[row] >= classes.size()) {
                throw new IllegalArgumentException("class indices must be from 0 to " + (classes.size() - 1) + ", got "
                        + classIndices[row] + " at row " + row);
            }
        }
    }

    /// Encodes a column of any data type. The classes are its distinct values as strings, in ascending order
    /// of the values: 9 comes before 10.
    ///
    /// @throws IllegalArgumentException if a value is missing
    public static EncodedLabels of(Column column) {
        return of(column, distinct(column));
    }

    /// Encodes a column with given classes, such as those of the training set.
    ///
    /// @throws IllegalArgumentException if a value is missing, or isn't one of the classes
    public static EncodedLabels of(Column column, List<String> classes) {
        Map<String, Integer> indices = new HashMap<>();
        classes.forEach(name -> indices.putIfAbsent(name, indices.size()));
        int[] classIndices = new int[column.size()];
        for (int row = 0; row < classIndices.length; row++) {
            Integer index = indices.get(column.getString(row));
            if (index == null) {
                throw new IllegalArgumentException("\"" + column.getString(row) + "\" at row " + row
                        + " is an unknown class; "
                        + EditDistance.suggestion(column.getString(row), classes, "classes"));
            }
            classIndices[row] = index;
        }
        return new EncodedLabels(classes, classIndices);
    }

    private static List<String> distinct(Column column) {
        var firstRows = new LinkedHashMap<String, Integer>();
        for (int row = 0; row < column.size(); row++) {
            firstRows.putIfAbsent(column.getString(row), row);
        }
        return firstRows.entrySet().stream()
                .sorted((a, b) -> column.compare(a.getValue(), b.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /// The class index of each row, as a copy.
    @Override
    public int[] classIndices() {
        return classIndices.clone();
    }

    /// The labels of the rows at these indices, in this order, with the same classes; an index may occur more
    /// than once.
    ///
    /// @throws IndexOutOfBoundsException if there is no such row
    public EncodedLabels selectRows(int... rowIndices) {
        return new EncodedLabels(classes, Labels.selectRows(classIndices, rowIndices));
    }

    /// The class index of a class name, such as the column of its probabilities.
    ///
    /// @throws IllegalArgumentException if there is no such class
    public int classIndex(String name) {
        int index = classes.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException(
                    "\"" + name + "\" is an unknown class; " + EditDistance.suggestion(name, classes, "classes"));
        }
        return index;
    }

    /// Whether the class of each row is the class of this name, shape `(n)`: `labels == name` in NumPy. ROC
    /// curves take such Booleans, and [gradus.ml.data.BooleanColumn#of] makes a column of them.
    ///
    /// @throws IllegalArgumentException if there is no such class
    public boolean[] is(String name) {
        int index = classIndex(name);
        boolean[] mask = new boolean[classIndices.length];
        for (int row = 0; row < mask.length; row++) {
            mask[row] = classIndices[row] == index;
        }
        return mask;
    }

    /// The number of rows.
    public int size() {
        return classIndices.length;
    }

    /// The class name of row `row`.
    public String classOf(int row) {
        return classes.get(classIndices[row]);
    }

    /// Whether `object` has equal classes and class indices.
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
