package gradus.course.read;

import gradus.course.DataSet;
import gradus.course.Sha256;
import gradus.course.cut.LibrarySources;
import gradus.course.read.file.FaultCollector;
import gradus.course.read.file.TextFile;
import gradus.course.read.file.YamlFields;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads the data sets in `data/`. A data set is a table, `<id>.csv` with its hash and its columns, or a list
/// of files, each with its hash.
final class DataReader {

    private final Path folder;
    private final FaultCollector faults;

    DataReader(Path folder, FaultCollector faults) {
        this.folder = folder;
        this.faults = faults;
    }

    List<DataSet> read() {
        var sets = new ArrayList<DataSet>();
        for (Path one : LibrarySources.list(folder, Files::isDirectory)) {
            read(one).ifPresent(sets::add);
        }
        return sets;
    }

    private Optional<DataSet> read(Path set) {
        String id = set.getFileName().toString();
        Path about = set.resolve("data.yaml");
        Path table = set.resolve(id + ".csv");
        if (!Files.isRegularFile(about)) {
            faults.add(
                    about,
                    1,
                    "The file is missing; it must say where the data set \"" + id + "\" comes from and under "
                            + "which licence.");
            reportUnknownFiles(set, List.of(about, table));
            return Optional.empty();
        }
        return TextFile.read(about, faults).map(text -> {
            YamlFields fields = YamlFields.parse(text, faults);
            DataSet read = fields.has("files") ? ofFiles(set, id, fields) : ofTable(table, id, fields);
            var known = new ArrayList<Path>(List.of(about));
            read.files().forEach(file -> known.add(file.path()));
            reportUnknownFiles(set, known);
            return read;
        });
    }

    private DataSet ofTable(Path file, String id, YamlFields fields) {
        fields.allowOnly("title", "origin", "licence", "sha256", "columns");
        var table = new DataSet.File(file, fields.string("sha256"), "a table with a header");
        List<DataSet.Column> columns = fields.mappings("columns").stream()
                .map(column -> column.allowOnly("name", "meaning"))
                .map(column -> new DataSet.Column(column.string("name"), column.string("meaning")))
                .toList();
        content(table, fields).ifPresent(bytes -> checkHeader(file, bytes, columns, fields));
        return new DataSet(
                id, fields.string("title"), fields.string("origin"), fields.string("licence"), List.of(table), columns);
    }

    private DataSet ofFiles(Path set, String id, YamlFields fields) {
        fields.allowOnly("title", "origin", "licence", "files");
        var names = new HashSet<String>();
        var files = new ArrayList<DataSet.File>();
        for (YamlFields one : fields.mappings("files")) {
            one.allowOnly("name", "sha256", "holds");
            String name = one.string("name");
            var file = new DataSet.File(set.resolve(name), one.string("sha256"), one.string("holds"));
            if (isNew(name, names, one)) {
                content(file, one);
                files.add(file);
            }
        }
        if (files.isEmpty()) {
            faults.add(fields.file(), fields.line("files"), "The field \"files\" must name at least one file.");
        }
        return new DataSet(
                id, fields.string("title"), fields.string("origin"), fields.string("licence"), files, List.of());
    }

    private boolean isNew(String name, Set<String> names, YamlFields at) {
        if (name.isEmpty()) {
            return false;
        }
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*") || name.equals("data.yaml")) {
            faults.add(
                    at.file(),
                    at.line("name"),
                    "\"" + name
                            + "\" is not a valid name for a data file; use letters, digits, \".\", \"-\" and \"_\".");
            return false;
        }
        if (!names.add(name)) {
            faults.add(at.file(), at.line("name"), "The file \"" + name + "\" appears twice; keep one.");
            return false;
        }
        return true;
    }

    /// The content of a file. Reports a fault if the file is missing, or its hash isn't the one in `fields`.
    private Optional<byte[]> content(DataSet.File file, YamlFields fields) {
        String name = file.path().getFileName().toString();
        if (!Files.isRegularFile(file.path())) {
            faults.add(
                    file.path(),
                    1,
                    "The data file of \"" + file.path().getParent().getFileName()
                            + "\" is missing; add it, or correct data.yaml.");
            return Optional.empty();
        }
        try {
            byte[] bytes = Files.readAllBytes(file.path());
            String hash = Sha256.of(bytes);
            if (!file.sha256().isEmpty() && !hash.equalsIgnoreCase(file.sha256())) {
                faults.add(
                        fields.file(),
                        fields.line("sha256"),
                        "The hash does not match " + name + ", whose SHA-256 is " + hash
                                + "; get the data again, or update the hash.");
            }
            return Optional.of(bytes);
        } catch (IOException e) {
            faults.add(file.path(), 1, "The file cannot be read: " + e.getMessage() + ".");
            return Optional.empty();
        }
    }

    private void checkHeader(Path table, byte[] bytes, List<DataSet.Column> columns, YamlFields fields) {
        String header =
                new String(bytes, StandardCharsets.UTF_8).lines().findFirst().orElse("");
        List<String> names = columns.stream().map(DataSet.Column::name).toList();
        if (!names.isEmpty() && !List.of(header.split(",", -1)).equals(names)) {
            faults.add(
                    fields.file(),
                    fields.line("columns"),
                    "The columns do not match the header of " + table.getFileName() + ", which is " + header
                            + "; correct one of them.");
        }
    }

    private void reportUnknownFiles(Path set, List<Path> known) {
        String names = known.stream()
                .map(path -> path.getFileName().toString())
                .reduce((all, name) -> all + " and " + name)
                .orElse("");
        for (Path other : LibrarySources.list(set, path -> !known.contains(path))) {
            faults.add(
                    other,
                    1,
                    "Unknown file \"" + other.getFileName() + "\" in a data set; expected only " + names + ".");
        }
    }
}
