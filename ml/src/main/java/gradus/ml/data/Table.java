package gradus.ml.data;

import gradus.ml.linalg.Matrix;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// A table: named columns of one length, shape `(n, d)` for n rows of d columns. It never changes: every
/// operation returns a new table, which shares the columns that stayed the same.
///
/// Rows are counted from 0 and keep their order. n and d may be 0. Operations cost O(n) for each column
/// that they make, unless said otherwise.
public final class Table {

    private final SequencedMap<String, Column> columns;
    private final int rows;

    private Table(SequencedMap<String, Column> columns, int rows) {
        this.columns = columns;
        this.rows = rows;
    }

    /// The table without columns and rows. The first column that is put into it says how many rows there
    /// are.
    public static Table empty() {
        return new Table(new LinkedHashMap<>(), 0);
    }

    /// The table of one column; [#withColumn] adds others.
    public static Table of(String name, Column column) {
        return empty().withColumn(name, column);
    }

    /// This table with one column more, at the end; or with a column of this name in place of the one it
    /// has.
    ///
    /// @throws IllegalArgumentException if the column has not as many rows as the table, or the name is
    ///     blank
    public Table withColumn(String name, Column column) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a column has a name, got a blank one; say what it holds");
        }
        if (!columns.isEmpty() && column.size() != rows) {
            throw new IllegalArgumentException("the columns of a table have one length, but the table has " + rows
                    + " rows and \"" + name + "\" has " + column.size());
        }
        var more = new LinkedHashMap<>(columns);
        more.put(name, column);
        return new Table(more, column.size());
    }

    /// The number of rows, n.
    public int rows() {
        return rows;
    }

    /// The names of the columns, in their order.
    public List<String> columnNames() {
        return List.copyOf(columns.keySet());
    }

    /// Whether there is a column of this name.
    public boolean hasColumn(String name) {
        return columns.containsKey(name);
    }

    /// The column of this name.
    ///
    /// @throws IllegalArgumentException if there is none
    public Column column(String name) {
        Column column = columns.get(name);
        if (column == null) {
            throw new IllegalArgumentException("no column \"" + name + "\"; there are " + columnNames());
        }
        return column;
    }

    /// The column of this name, which holds numbers.
    ///
    /// @throws IllegalArgumentException if there is none, or it holds something else
    public NumberColumn numberColumn(String name) {
        return column(name) instanceof NumberColumn numbers ? numbers : wrongType(name, DataType.NUMBERS);
    }

    /// The column of this name, which holds text.
    ///
    /// @throws IllegalArgumentException if there is none, or it holds something else
    public StringColumn stringColumn(String name) {
        return column(name) instanceof StringColumn texts ? texts : wrongType(name, DataType.STRINGS);
    }

    /// The column of this name, which holds flags.
    ///
    /// @throws IllegalArgumentException if there is none, or it holds something else
    public BooleanColumn booleanColumn(String name) {
        return column(name) instanceof BooleanColumn flags ? flags : wrongType(name, DataType.BOOLEANS);
    }

    /// The column of this name, which holds dates.
    ///
    /// @throws IllegalArgumentException if there is none, or it holds something else
    public DateColumn dateColumn(String name) {
        return column(name) instanceof DateColumn dates ? dates : wrongType(name, DataType.DATES);
    }

    /// Row `index`, to be asked by the name of a column.
    ///
    /// @throws IndexOutOfBoundsException if there is no such row
    public Row row(int index) {
        return new Row(this, index);
    }

    /// The table of these columns only, in this order.
    ///
    /// @throws IllegalArgumentException if there is no such column, or one is named twice
    public Table select(String... names) {
        var picked = new LinkedHashMap<String, Column>();
        for (String name : names) {
            if (picked.put(name, column(name)) != null) {
                throw new IllegalArgumentException("column \"" + name + "\" is selected twice; name it once");
            }
        }
        return new Table(picked, rows);
    }

    /// The table of all columns but these.
    ///
    /// @throws IllegalArgumentException if there is no such column
    public Table drop(String... names) {
        var fewer = new LinkedHashMap<>(columns);
        for (String name : names) {
            column(name);
            fewer.remove(name);
        }
        return new Table(fewer, rows);
    }

    /// This table with column `name` called `newName`, at the same place.
    ///
    /// @throws IllegalArgumentException if there is no column `name`, or there is an `newName` already
    public Table rename(String name, String newName) {
        column(name);
        if (hasColumn(newName)) {
            throw new IllegalArgumentException("there is a column \"" + newName + "\" already; choose another name");
        }
        var renamed = new LinkedHashMap<String, Column>();
        columns.forEach((key, column) -> renamed.put(key.equals(name) ? newName : key, column));
        return new Table(renamed, rows);
    }

    /// The table of these rows, in this order; a row may come more than once.
    ///
    /// @throws IndexOutOfBoundsException if there is no such row
    public Table selectRows(int... rowIndices) {
        for (int row : rowIndices) {
            requireRow(row);
        }
        var picked = new LinkedHashMap<String, Column>();
        columns.forEach((name, column) -> picked.put(name, column.selectRows(rowIndices)));
        return new Table(picked, rowIndices.length);
    }

    /// The table of the first `count` rows, or of all if there are fewer.
    public Table head(int count) {
        return selectRows(IntStream.range(0, Math.min(count, rows)).toArray());
    }

    /// The table of the rows that `predicate` holds for, in their order.
    public Table filter(Predicate<Row> predicate) {
        return selectRows(
                IntStream.range(0, rows).filter(row -> predicate.test(row(row))).toArray());
    }

    /// The rows in the order of a column, the least first; rows with no value there come last. Rows that
    /// are equal there keep their order. O(n·log n).
    public Table sortedBy(String name) {
        return selectRows(Argsort.of(column(name), false));
    }

    /// The rows in the order of a column, the greatest first; rows with no value there come last. Rows that
    /// are equal there keep their order. O(n·log n).
    public Table sortedByDescending(String name) {
        return selectRows(Argsort.of(column(name), true));
    }

    /// This table with a column that is calculated from one of numbers. Where that is missing, the result
    /// is missing.
    ///
    /// @throws IllegalArgumentException if a result is NaN or infinite
    public Table derive(String name, String from, DoubleUnaryOperator function) {
        return withColumn(
                name,
                DerivedColumn.of(name, numberColumn(from), numberColumn(from), (x, _) -> function.applyAsDouble(x)));
    }

    /// This table with a column that is calculated from two of numbers. Where either is missing, the result
    /// is missing.
    ///
    /// @throws IllegalArgumentException if a result is NaN or infinite
    public Table derive(String name, String left, String right, DoubleBinaryOperator function) {
        return withColumn(name, DerivedColumn.of(name, numberColumn(left), numberColumn(right), function));
    }

    /// Each row of this beside each row of `other` that has the same value in column `key`; in the order of
    /// this, then of `other`. A missing key matches nothing. Where a key comes twice in `other`, rows come
    /// twice. O(n + n of other + n of the result).
    ///
    /// @throws IllegalArgumentException if a table has no such column, the two are of different kinds, or
    ///     both tables have another column of one name
    public Table join(Table other, String key, JoinType joinType) {
        return HashJoin.join(this, other, key, joinType);
    }

    /// The rows parted by their values in the named columns.
    ///
    /// @throws IllegalArgumentException if there is no such column, or none is named
    public GroupedTable groupBy(String... names) {
        return GroupedTable.of(this, List.of(names));
    }

    /// What is in each column, in short.
    public Summary describe() {
        return Summary.of(this);
    }

    /// The named columns, or all if none is named, as a matrix of shape `(n, number of names)`. A flag
    /// becomes 1 or 0.
    ///
    /// @throws IllegalArgumentException if a column holds text or dates, or a value is missing
    public Matrix toMatrix(String... names) {
        List<String> asked = names.length == 0 ? columnNames() : List.of(names);
        var picked = new ArrayList<NumberColumn>();
        for (String name : asked) {
            NumberColumn column =
                    column(name) instanceof BooleanColumn flags ? flags.toNumberColumn() : numberColumn(name);
            for (int row = 0; row < rows; row++) {
                if (column.isMissing(row)) {
                    throw new IllegalArgumentException("a matrix has no missing numbers, but \"" + name
                            + "\" is missing at row " + row + "; fill it in with Imputer, or leave the row out");
                }
            }
            picked.add(column);
        }
        return Matrix.from(rows, picked.size(), (r, c) -> picked.get(c).get(r));
    }

    private <T> T wrongType(String name, DataType expected) {
        throw new IllegalArgumentException(
                "column \"" + name + "\" holds " + column(name).dataType() + ", and " + expected + " are needed");
    }

    void requireRow(int row) {
        if (row < 0 || row >= rows) {
            throw new IndexOutOfBoundsException("no row " + row + " in a table of " + rows + " rows");
        }
    }

    /// Whether `object` is a table of the same columns: the same names in the same order, with equal
    /// values.
    @Override
    public boolean equals(Object object) {
        return object instanceof Table other
                && rows == other.rows
                && columnNames().equals(other.columnNames())
                && columns.equals(other.columns);
    }

    @Override
    public int hashCode() {
        return columns.hashCode();
    }

    /// The first ten rows, with the names above.
    @Override
    public String toString() {
        return TablePrinter.format(this, 10);
    }
}
