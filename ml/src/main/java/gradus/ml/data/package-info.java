/// From files to the numbers that a model learns from.
///
/// Read [Column] and [Table] first: columns of numbers, text, flags and dates, in which a missing value is
/// a state of its own. [Table#describe] says what is in them, [Groups] and [Join] bring tables together.
///
/// [Csv] reads and writes tables, [CsvReader] walks through files that are larger than the memory. [Idx]
/// reads the files of MNIST and its kin, [Npy] those of NumPy; both give a [NumberArray].
///
/// [Split] and [Folds] part rows for training from rows for testing, by chance, by class, by group or by
/// time. A model must not be tried on what it has seen, and neither must anything before it: so each
/// [Encoder] is fitted on the rows to train on, and [Recipe] puts encoders one after the other, from a
/// table to a matrix. [Batches] deals rows out for training step by step.
package gradus.ml.data;
