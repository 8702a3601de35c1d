/// Reading and writing files: CSV for tables, IDX and NPY for arrays.
///
/// - [Csv] reads and writes whole tables, with type inference; [CsvFormat] holds the options.
/// - [CsvReader] streams the rows of a CSV file that is larger than memory.
/// - [IdxFile] reads the IDX files of MNIST, [NpyFile] reads and writes the NPY files of NumPy. Both give an
///   [NdArray], an n-dimensional array.
package gradus.ml.data.io;
