package gradus.ml.data;

import static gradus.ml.data.ColumnTypes.wrongType;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import java.util.List;
import java.util.SequencedMap;

/// The columns of a table by name: as columns of a data type, as a matrix, or as a vector.
abstract sealed class ColumnAccess permits Table {

    /// The columns, in order.
    abstract SequencedMap<String, Column> columns();

    /// The column names, in order.
    public List<String> columnNames() {
        return List.copyOf(columns().keySet());
    }

    /// Whether the table has a column of this name.
    public boolean hasColumn(String name) {
        return columns().containsKey(name);
    }

    /// The column of this name.
    ///
    /// @throws IllegalArgumentException if there is none
    public Column column(String name) {
        return ColumnMap.column(columns(), name);
    }

    /// The numeric column of this name.
    ///
    /// @throws IllegalArgumentException if there is none, or it has another data type
    public NumberColumn numberColumn(String name) {
        return column(name) instanceof NumberColumn numbers ? numbers : wrongType(table(), name, DataType.NUMBERS);
    }

    /// The string column of this name.
    ///
    /// @throws IllegalArgumentException if there is none, or it has another data type
    public StringColumn stringColumn(String name) {
        return column(name) instanceof StringColumn strings ? strings : wrongType(table(), name, DataType.STRINGS);
    }

    /// The Boolean column of this name.
    ///
    /// @throws IllegalArgumentException if there is none, or it has another data type
    public BooleanColumn booleanColumn(String name) {
        return column(name) instanceof BooleanColumn booleans ? booleans : wrongType(table(), name, DataType.BOOLEANS);
    }

    /// The date column of this name.
    ///
    /// @throws IllegalArgumentException if there is none, or it has another data type
    public DateColumn dateColumn(String name) {
        return column(name) instanceof DateColumn dates ? dates : wrongType(table(), name, DataType.DATES);
    }

    /// Converts the named columns, or all columns if none is named, to a matrix of shape
    /// `(n, number of columns)`. A Boolean becomes 1 or 0.
    ///
    /// @throws IllegalArgumentException if a column does not exist, holds strings or dates, or has a missing
    ///     value
    public Matrix toMatrix(String... names) {
        return ColumnTypes.matrix(table(), names.length == 0 ? columnNames() : List.of(names));
    }

    /// The column of this name as a vector of shape `(n)`, such as the target of a model. A Boolean becomes 1
    /// or 0.
    ///
    /// @throws IllegalArgumentException if it does not exist, holds strings or dates, or has a missing value
    public Vector vector(String name) {
        return Vector.of(ColumnTypes.requireComplete(table(), name, "a vector").toArray());
    }

    private Table table() {
        return switch (this) {
            case Table table -> table;
        };
    }
}
