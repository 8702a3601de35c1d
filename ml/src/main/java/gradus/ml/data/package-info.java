/// Tables (data frames): named, typed columns with explicit missing values.
///
/// Read [Table] first: `select`, `filter`, `sortedBy`, `derive`, `join`, `groupBy` and `describe` are the
/// methods that a pandas `DataFrame` has under the same or a similar name. Then:
///
/// - [Column] is one column, a [NumberColumn], [StringColumn], [BooleanColumn] or [DateColumn]. A missing
///   value is distinct from every value: it is not NaN, 0 or an empty string.
/// - [Table#describe] gives descriptive statistics, as a [Summary].
/// - [Table#groupBy] splits a table into groups, as a [GroupedTable], and aggregates each group.
/// - [Table#join] joins two tables on a key column; [JoinType] selects what happens to rows without a match.
///
/// Tables and columns are immutable. [Table#toMatrix] turns columns into the feature matrix of a model.
///
/// A month and the same month of earlier years, as features of a forecast:
///
/// ```java
/// NumberColumn co2 = months.numberColumn("co2_ppm");
/// Table table = months.deriveString("month", row -> row.getDate("date").getMonth().name())
///         .withColumn("12 months ago", co2.shift(12))
///         .withColumn("24 months ago", co2.shift(24))
///         .withColumn("36 months ago", co2.shift(36))
///         .dropMissing();
/// Table features = table.select(name -> name.contains("month"));
/// Vector target = table.vector("co2_ppm");
/// ```
///
/// `gradus.ml.data.io` reads and writes files, `gradus.ml.data.split` makes training and test sets, and
/// `gradus.ml.data.preprocess` turns columns into features.
package gradus.ml.data;
