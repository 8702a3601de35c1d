/// Reading and writing files: CSV for tables, IDX and NPY for arrays.
///
/// [Csv] reads a whole table and writes one; [CsvReader] streams through a file that is larger than memory.
/// [IdxFile] reads the files of MNIST, [NpyFile] those of NumPy; both give an [NdArray].
package gradus.ml.data.io;
