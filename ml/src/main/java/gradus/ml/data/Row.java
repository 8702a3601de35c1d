package gradus.ml.data;

import java.time.LocalDate;

/// A row of a table, whose values are read by column name.
///
/// @param table the table
/// @param index the row index, counted from 0
public record Row(Table table, int index) {

    /// @throws IndexOutOfBoundsException if the table has no such row
    public Row {
        ColumnMap.requireRow(table, index);
    }

    /// Whether the value in column `name` is missing.
    ///
    /// @throws IllegalArgumentException if there is no such column
    public boolean isMissing(String name) {
        return table.column(name).isMissing(index);
    }

    /// The number in column `name`.
    ///
    /// @throws IllegalArgumentException if there is no such numeric column, or the value is missing
    public double getDouble(String name) {
        return requirePresent(name, table.numberColumn(name)).get(index);
    }

    /// The value in column `name` as a string, whatever its data type.
    ///
    /// @throws IllegalArgumentException if there is no such column, or the value is missing
    public String getString(String name) {
        return requirePresent(name, table.column(name)).getString(index);
    }

    /// The Boolean in column `name`.
    ///
    /// @throws IllegalArgumentException if there is no such Boolean column, or the value is missing
    public boolean getBoolean(String name) {
        return requirePresent(name, table.booleanColumn(name)).get(index);
    }

    /// The date in column `name`.
    ///
    /// @throws IllegalArgumentException if there is no such date column, or the value is missing
    public LocalDate getDate(String name) {
        return requirePresent(name, table.dateColumn(name)).get(index);
    }

    private <C extends Column> C requirePresent(String name, C column) {
        if (column.isMissing(index)) {
            throw new MissingValueException("\"" + name + "\" is missing at row " + index
                    + "; check isMissing first, or impute it with Imputer");
        }
        return column;
    }
}
