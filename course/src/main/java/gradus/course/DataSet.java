package gradus.course;

import java.nio.file.Path;
import java.util.List;

/// A data set of the course: either a table, which is one CSV file, or files in any other format.
///
/// @param id the name of its folder in `data/`
/// @param files the data
/// @param columns the meaning of each column of the table, with its unit; empty if it isn't a table
public record DataSet(String id, String title, String origin, String licence, List<File> files, List<Column> columns) {

    public DataSet {
        files = List.copyOf(files);
        columns = List.copyOf(columns);
    }

    /// A file of a data set.
    ///
    /// @param sha256 the SHA-256 hash of the file
    /// @param holds the content of the file, and its format
    public record File(Path path, String sha256, String holds) {}

    public record Column(String name, String meaning) {}
}
