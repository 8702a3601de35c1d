package gradus.course;

import java.nio.file.Path;
import java.util.List;

/// A data set that comes with the course: a table, which is one CSV file, or files of any other kind.
///
/// @param id the name of its folder in `data/`
/// @param files the data
/// @param columns what each column of the table holds, with its unit; none if it is not a table
public record DataSet(String id, String title, String origin, String licence, List<File> files, List<Column> columns) {

    public DataSet {
        files = List.copyOf(files);
        columns = List.copyOf(columns);
    }

    /// @param sha256 the SHA-256 of what is at `path`
    /// @param holds what is in it, and in which format
    public record File(Path path, String sha256, String holds) {}

    public record Column(String name, String meaning) {}
}
