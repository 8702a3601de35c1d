package gradus.ml.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A table (data frame): named columns of equal length, shape `(n, d)` for n rows and d columns.
///
/// A table is immutable: every operation returns a new table, which shares the unchanged columns with this
/// one. Row indices start at 0 and are positions: there is no index of row labels as in pandas. n and d may
/// be 0.
///
/// **Cost.** O(n) for each new column, unless stated otherwise.
public final class Table extends ColumnAccess {

    private final SequencedMap<String, Column> columns;
    private final int rows;

    private Table(SequencedMap<String, Column> columns, int rows) {
        this.columns = columns;
        this.rows = rows;
    }

    /// The empty table, without columns or rows. The first column added to it sets the number of rows.
    public static Table empty() {
        return new Table(new LinkedHashMap<>(), 0);
    }

    /// A table with one column; [#withColumn] adds others.
    ///
    /// @throws IllegalArgumentException if the name is blank
    public static Table of(String name, Column column) {
        return empty().withColumn(name, column);
    }

    /// Adds a column at the end, or replaces the column of this name, which keeps its position.
    ///
    /// @throws IllegalArgumentException if the column and the table differ in the number of rows, or the name
    ///     is blank
    public Table withColumn(String name, Column column) {
        return new Table(ColumnMap.with(this, Map.of(name, column)), column.size());
    }

    /// Adds or replaces these columns, in their order, like [#withColumn]; for many columns, faster.
    ///
    /// @throws IllegalArgumentException if columns differ in the number of rows, or a name is blank
    public Table withColumns(SequencedMap<String, ? extends Column> added) {
        int size = added.isEmpty() ? rows : added.firstEntry().getValue().size();
        return new Table(ColumnMap.with(this, added), size);
    }

    /// The number of rows, n.
    public int rows() {
        return rows;
    }

    /// The row at `index`, whose values are read by column name.
    ///
    /// @throws IndexOutOfBoundsException if there is no such row
    public Row row(int index) {
        return new Row(this, index);
    }

    /// Selects columns by name, in this order.
    ///
    /// @throws IllegalArgumentException if a column does not exist or is named twice
    public Table select(String... names) {
        return new Table(ColumnMap.select(this, names), rows);
    }

    /// Selects the columns whose names satisfy a condition, in the order of the table. It is called `filter`
    /// in pandas; here, [#filter] selects the rows that satisfy a condition.
    ///
    /// ```java
    /// Table means = tumours.select(name -> name.startsWith("mean_"));
    /// ```
    public Table select(Predicate<String> condition) {
        return select(columnNames().stream().filter(condition).toArray(String[]::new));
    }

    /// The table without these columns.
    ///
    /// @throws IllegalArgumentException if a column does not exist
    public Table drop(String... names) {
        return new Table(ColumnMap.drop(this, names), rows);
    }

    /// Renames a column, which keeps its position.
    ///
    /// @throws IllegalArgumentException if there is no column `name`, there is a column `newName`, or that is
    ///     blank
    public Table rename(String name, String newName) {
        return new Table(ColumnMap.rename(this, name, newName), rows);
    }

    /// Selects rows by index, in this order; an index may occur more than once. `iloc` in pandas.
    ///
    /// @throws IndexOutOfBoundsException if there is no such row
    public Table selectRows(int... rowIndices) {
        return new Table(ColumnMap.selectRows(this, rowIndices), rowIndices.length);
    }

    /// The first `count` rows, or all rows if there are fewer.
    ///
    /// @throws IllegalArgumentException if `count` is negative
    public Table head(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("count must be at least 0, got " + count);
        }
        return selectRows(IntStream.range(0, Math.min(count, rows)).toArray());
    }

    /// The rows for which `predicate` is true, in order: `df[condition]` in pandas.
    public Table filter(Predicate<Row> predicate) {
        return selectRows(
                IntStream.range(0, rows).filter(row -> predicate.test(row(row))).toArray());
    }

    /// The rows without a missing value in these columns, or in any column if none is named: `dropna` in
    /// pandas.
    ///
    /// @throws IllegalArgumentException if a column does not exist
    public Table dropMissing(String... names) {
        var checked = (names.length == 0 ? this : select(names)).columns.values();
        return filter(row -> checked.stream().noneMatch(column -> column.isMissing(row.index())));
    }

    /// Sorts the rows by a column, in ascending order, with missing values last. Stable: rows with equal
    /// values keep their order. O(n·log n).
    ///
    /// @throws IllegalArgumentException if there is no such column
    public Table sortedBy(String name) {
        return selectRows(Argsort.of(column(name), false));
    }

    /// Sorts the rows by a column, like [#sortedBy], but in descending order, also with missing values last.
    ///
    /// @throws IllegalArgumentException if there is no such column
    public Table sortedByDescending(String name) {
        return selectRows(Argsort.of(column(name), true));
    }

    /// Adds or replaces a derived column: `function`, applied elementwise to the numeric column `from`. Where
    /// the input is missing, the result is missing. `assign` in pandas.
    ///
    /// @throws IllegalArgumentException if there is no such numeric column, or a result is NaN or infinite
    public Table derive(String name, String from, DoubleUnaryOperator function) {
        return derive(name, from, from, (x, _) -> function.applyAsDouble(x));
    }

    /// Adds or replaces a derived column: `function`, applied elementwise to two numeric columns. Where
    /// either input is missing, the result is missing.
    ///
    /// @throws IllegalArgumentException if there is no such numeric column, or a result is NaN or infinite
    public Table derive(String name, String left, String right, DoubleBinaryOperator function) {
        return withColumn(name, DerivedColumn.of(name, numberColumn(left), numberColumn(right), function));
    }

    /// Adds or replaces a numeric column: `function`, applied to each row, whose columns it reads by name.
    /// Where it reads a missing value, the result is missing.
    ///
    /// @throws IllegalArgumentException if a result is NaN or infinite, or the function throws
    public Table derive(String name, ToDoubleFunction<Row> function) {
        return withColumn(name, DerivedColumn.numbers(name, this, function));
    }

    /// Adds or replaces a string column, as [#derive(String, ToDoubleFunction)] does a numeric one.
    public Table deriveString(String name, Function<Row, String> function) {
        return withColumn(name, DerivedColumn.strings(this, function));
    }

    /// Adds or replaces a Boolean column, as [#derive(String, ToDoubleFunction)] does a numeric one.
    public Table deriveBoolean(String name, Predicate<Row> predicate) {
        return withColumn(name, DerivedColumn.booleans(this, predicate));
    }

    /// The rows of this table, then those of the others, with the same columns in any order: `concat` in
    /// pandas.
    ///
    /// @throws IllegalArgumentException if the tables differ in their column names or data types
    public Table appendRows(Table... others) {
        List<Table> tables = Stream.concat(Stream.of(this), Stream.of(others)).toList();
        return new Table(
                Concatenation.columns(tables),
                tables.stream().mapToInt(Table::rows).sum());
    }

    /// Joins two tables on a key column, as a hash join: pairs each row of this table with each row of
    /// `other` that has the same value in column `key`.
    ///
    /// The result is ordered by the rows of this table, then by those of `other`. A key that occurs twice in
    /// `other` gives two rows for each row that it matches. A missing key matches nothing, not even another
    /// missing key (`merge` in pandas matches those). O(n + m + r) for n and m rows and a result of r.
    ///
    /// @throws IllegalArgumentException if a table lacks the key column, the key columns differ in data type,
    ///     or both tables have another column of the same name
    public Table join(Table other, String key, JoinType joinType) {
        return HashJoin.join(this, other, key, joinType);
    }

    /// Groups the rows by their values in the named key columns.
    ///
    /// @throws IllegalArgumentException if a column does not exist or is named twice, or no column is named
    public GroupedTable groupBy(String... names) {
        return GroupedTable.of(this, List.of(names));
    }

    /// Descriptive statistics of each column.
    public Summary describe() {
        return Summary.of(this);
    }

    @Override
    SequencedMap<String, Column> columns() {
        return columns;
    }

    /// Whether `object` is a table with the same column names in the same order, and equal columns.
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

    /// A header line and the first ten rows; `-` marks a missing value.
    @Override
    public String toString() {
        return TablePrinter.format(this, 10);
    }
}
