package gradus.ml.data;

import java.time.LocalDate;

/// One row of a table, to be asked by the name of a column.
///
/// @param index which row, counted from 0
public record Row(Table table, int index) {

    /// @throws IndexOutOfBoundsException if the table has no such row
    public Row {
        table.requireRow(index);
    }

    /// Whether the value in column `name` is missing.
    public boolean isMissing(String name) {
        return table.column(name).isMissing(index);
    }

    /// The number in column `name`.
    ///
    /// @throws IllegalArgumentException if there is no such column of numbers, or the value is missing
    public double getDouble(String name) {
        return requirePresent(name, table.numberColumn(name)).get(index);
    }

    /// The value in column `name` as text, whatever its kind.
    ///
    /// @throws IllegalArgumentException if there is no such column, or the value is missing
    public String getString(String name) {
        return requirePresent(name, table.column(name)).getString(index);
    }

    /// The flag in column `name`.
    ///
    /// @throws IllegalArgumentException if there is no such column of flags, or the value is missing
    public boolean getBoolean(String name) {
        return requirePresent(name, table.booleanColumn(name)).get(index);
    }

    /// The day in column `name`.
    ///
    /// @throws IllegalArgumentException if there is no such column of dates, or the value is missing
    public LocalDate getDate(String name) {
        return requirePresent(name, table.dateColumn(name)).get(index);
    }

    private <C extends Column> C requirePresent(String name, C column) {
        if (column.isMissing(index)) {
            throw new IllegalArgumentException(
                    "\"" + name + "\" is missing at row " + index + "; ask isMissing first, or fill it in");
        }
        return column;
    }
}
