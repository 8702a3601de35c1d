/// Reading and writing files: CSV for tables, IDX, NPY and NPZ for arrays; texts.
///
/// - [Csv] reads and writes whole tables, with type inference; [CsvFormat] holds the options, with the
///   [CsvDialect] among them. [Csv#inferTypes] tells why a column has its type, as [InferredType].
/// - [CsvReader] streams the rows of a CSV file that is larger than memory.
/// - [IdxFile] reads the IDX files of MNIST; [NpyFile] and [NpzFile] read and write the files of NumPy. All
///   give an [NdArray], an n-dimensional array.
/// - [TextFile] reads a text, to learn its language.
package gradus.ml.data.io;
