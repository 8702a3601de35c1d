package gradus.proctor.data;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// A table of strings read from a CSV file: a data set of the course, with a header and rows.
///
/// @param columns the names in the header
/// @param rows the fields of each row, as many as there are columns
public record CsvTable(List<String> columns, List<List<String>> rows) {

    /// Tables that this JVM has read: a run often reads one again, and the warm-up has read it before.
    private static final Map<Path, CsvTable> CACHE = new ConcurrentHashMap<>();

    public CsvTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /// Reads `<id>/<id>.csv`: comma-separated fields without quotes.
    ///
    /// @throws IllegalArgumentException if there is no such data set
    public static CsvTable read(String id) {
        return read(id, id + ".csv");
    }

    /// Reads the file `name` of the data set `id`, gzipped or not.
    ///
    /// @throws IllegalArgumentException if there is no such file
    public static CsvTable read(String id, String name) {
        return CACHE.computeIfAbsent(DataFiles.file(id, name).toAbsolutePath(), _ -> parse(DataFiles.lines(id, name)));
    }

    private static CsvTable parse(List<String> lines) {
        List<List<String>> all = lines.stream()
                .filter(line -> !line.isBlank())
                .map(line -> List.of(line.split(",", -1)))
                .toList();
        return new CsvTable(all.getFirst(), all.subList(1, all.size()));
    }

    /// The named columns as a numeric matrix of shape (rows, names).
    public double[][] numericColumns(String... names) {
        int[] indices = Arrays.stream(names).mapToInt(this::columnIndex).toArray();
        return rows.stream()
                .map(row -> Arrays.stream(indices)
                        .mapToDouble(i -> Double.parseDouble(row.get(i)))
                        .toArray())
                .toArray(double[][]::new);
    }

    /// The named column as strings.
    public List<String> stringColumn(String name) {
        int index = columnIndex(name);
        return rows.stream().map(row -> row.get(index)).toList();
    }

    private int columnIndex(String name) {
        int index = columns.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("no column \"" + name + "\"; the columns are " + columns);
        }
        return index;
    }
}
