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

/// Reads `data/`. A set is a table, `<id>.csv` with its hash and its columns, or a list of files, each with
/// its hash.
final class DataReader {

    private final Path folder;
    private final FaultCollector faultCollector;

    DataReader(Path folder, FaultCollector faultCollector) {
        this.folder = folder;
        this.faultCollector = faultCollector;
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
            faultCollector.add(
                    about,
                    1,
                    "The file is missing; it says where the data set \"" + id + "\" comes from and under "
                            + "which licence.");
            reportUnknownFiles(set, List.of(about, table));
            return Optional.empty();
        }
        return TextFile.read(about, faultCollector).map(text -> {
            YamlFields yamlFields = YamlFields.parse(text, faultCollector);
            DataSet read = yamlFields.has("files") ? ofFiles(set, id, yamlFields) : ofTable(table, id, yamlFields);
            var known = new ArrayList<Path>(List.of(about));
            read.files().forEach(file -> known.add(file.path()));
            reportUnknownFiles(set, known);
            return read;
        });
    }

    private DataSet ofTable(Path file, String id, YamlFields yamlFields) {
        yamlFields.allowOnly("title", "origin", "licence", "sha256", "columns");
        var table = new DataSet.File(file, yamlFields.string("sha256"), "a table with a header");
        List<DataSet.Column> columns = yamlFields.mappings("columns").stream()
                .map(column -> column.allowOnly("name", "meaning"))
                .map(column -> new DataSet.Column(column.string("name"), column.string("meaning")))
                .toList();
        content(table, yamlFields).ifPresent(bytes -> checkHeader(file, bytes, columns, yamlFields));
        return new DataSet(
                id,
                yamlFields.string("title"),
                yamlFields.string("origin"),
                yamlFields.string("licence"),
                List.of(table),
                columns);
    }

    private DataSet ofFiles(Path set, String id, YamlFields yamlFields) {
        yamlFields.allowOnly("title", "origin", "licence", "files");
        var names = new HashSet<String>();
        var files = new ArrayList<DataSet.File>();
        for (YamlFields one : yamlFields.mappings("files")) {
            one.allowOnly("name", "sha256", "holds");
            String name = one.string("name");
            var file = new DataSet.File(set.resolve(name), one.string("sha256"), one.string("holds"));
            if (isNew(name, names, one)) {
                content(file, one);
                files.add(file);
            }
        }
        if (files.isEmpty()) {
            faultCollector.add(
                    yamlFields.file(), yamlFields.line("files"), "The field \"files\" must name at least one file.");
        }
        return new DataSet(
                id,
                yamlFields.string("title"),
                yamlFields.string("origin"),
                yamlFields.string("licence"),
                files,
                List.of());
    }

    private boolean isNew(String name, Set<String> names, YamlFields at) {
        if (name.isEmpty()) {
            return false;
        }
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*") || name.equals("data.yaml")) {
            faultCollector.add(
                    at.file(),
                    at.line("name"),
                    "\"" + name + "\" is no name for a file of data; use letters, digits, \".\", \"-\" and \"_\".");
            return false;
        }
        if (!names.add(name)) {
            faultCollector.add(at.file(), at.line("name"), "The file \"" + name + "\" is there twice; keep one.");
            return false;
        }
        return true;
    }

    /// What is in a file; that it is there and has the hash that `fields` says is checked on the way.
    private Optional<byte[]> content(DataSet.File file, YamlFields yamlFields) {
        String name = file.path().getFileName().toString();
        if (!Files.isRegularFile(file.path())) {
            faultCollector.add(
                    file.path(), 1, "The data of \"" + file.path().getParent().getFileName() + "\" is missing.");
            return Optional.empty();
        }
        try {
            byte[] bytes = Files.readAllBytes(file.path());
            String hash = Sha256.of(bytes);
            if (!file.sha256().isEmpty() && !hash.equalsIgnoreCase(file.sha256())) {
                faultCollector.add(
                        yamlFields.file(),
                        yamlFields.line("sha256"),
                        "The hash is not that of " + name + ", which is " + hash
                                + "; get the data again, or write down the new hash.");
            }
            return Optional.of(bytes);
        } catch (IOException e) {
            faultCollector.add(file.path(), 1, "The file cannot be read: " + e.getMessage() + ".");
            return Optional.empty();
        }
    }

    private void checkHeader(Path table, byte[] bytes, List<DataSet.Column> columns, YamlFields yamlFields) {
        String header =
                new String(bytes, StandardCharsets.UTF_8).lines().findFirst().orElse("");
        List<String> names = columns.stream().map(DataSet.Column::name).toList();
        if (!names.isEmpty() && !List.of(header.split(",", -1)).equals(names)) {
            faultCollector.add(
                    yamlFields.file(),
                    yamlFields.line("columns"),
                    "The columns are not those of " + table.getFileName() + ", which are " + header + ".");
        }
    }

    private void reportUnknownFiles(Path set, List<Path> known) {
        String names = known.stream()
                .map(path -> path.getFileName().toString())
                .reduce((all, name) -> all + " and " + name)
                .orElse("");
        for (Path other : LibrarySources.list(set, path -> !known.contains(path))) {
            faultCollector.add(
                    other, 1, "Unknown file \"" + other.getFileName() + "\" in a data set; it has " + names + ".");
        }
    }
}
