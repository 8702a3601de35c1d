/// Tables: typed columns in which any value may be missing, and what can be asked of them.
///
/// Read [Column] and [Table] first: columns of numbers, strings, Booleans and dates, in which a missing value
/// is a state of its own. [Table#describe] gives descriptive statistics, [GroupedTable] splits a table into
/// groups and aggregates each, and [Table#join] joins two tables as [JoinType] says.
///
/// Files are read by `gradus.ml.data.io`, training and test sets are made by `gradus.ml.data.split`, and
/// columns become features in `gradus.ml.data.preprocess`.
package gradus.ml.data;
