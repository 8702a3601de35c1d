package gradus.course;

import java.nio.file.Path;
import java.util.List;

/// A data set that comes with the course.
///
/// @param id the name of its folder in `data/`
/// @param file the data, whose SHA-256 is `sha256`
/// @param columns what each column holds, with its unit
public record DataSet(
        String id, String title, String origin, String licence, Path file, String sha256, List<Column> columns) {

    public DataSet {
        columns = List.copyOf(columns);
    }

    public record Column(String name, String meaning) {}
}
