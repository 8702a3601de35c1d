package gradus.course.read;

import gradus.course.DataSet;
import gradus.course.Sha256;
import gradus.course.cut.Library;
import gradus.course.prose.Passage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads `data/`.
final class DataReader {

    private final Path folder;
    private final Faults faults;

    DataReader(Path folder, Faults faults) {
        this.folder = folder;
        this.faults = faults;
    }

    List<DataSet> read() {
        var sets = new ArrayList<DataSet>();
        for (Path one : Library.list(folder, Files::isDirectory)) {
            read(one).ifPresent(sets::add);
        }
        return sets;
    }

    private Optional<DataSet> read(Path set) {
        String id = set.getFileName().toString();
        Path about = set.resolve("data.yaml");
        Path file = set.resolve(id + ".csv");
        for (Path other : Library.list(set, path -> !path.equals(about) && !path.equals(file))) {
            faults.add(
                    other,
                    1,
                    "Unknown file \"" + other.getFileName() + "\" in a data set; it has data.yaml and " + id + ".csv.");
        }
        if (!Files.isRegularFile(about)) {
            faults.add(
                    about,
                    1,
                    "The file is missing; it says where the data set \"" + id + "\" comes from and under "
                            + "which licence.");
            return Optional.empty();
        }
        Optional<Passage> text = TextFile.read(about, faults);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Fields fields = Fields.of(text.get(), faults).only("title", "origin", "licence", "sha256", "columns");
        var read = new DataSet(
                id,
                fields.text("title"),
                fields.text("origin"),
                fields.text("licence"),
                file,
                fields.text("sha256"),
                columns(fields));
        checkFile(read, about, fields);
        return Optional.of(read);
    }

    private static List<DataSet.Column> columns(Fields fields) {
        return fields.list("columns").stream()
                .map(column -> column.only("name", "meaning"))
                .map(column -> new DataSet.Column(column.text("name"), column.text("meaning")))
                .toList();
    }

    private void checkFile(DataSet set, Path about, Fields fields) {
        if (!Files.isRegularFile(set.file())) {
            faults.add(set.file(), 1, "The data of \"" + set.id() + "\" is missing.");
            return;
        }
        try {
            byte[] bytes = Files.readAllBytes(set.file());
            String hash = Sha256.of(bytes);
            if (!set.sha256().isEmpty() && !hash.equalsIgnoreCase(set.sha256())) {
                faults.add(
                        about,
                        fields.line("sha256"),
                        "The hash is not that of " + set.id() + ".csv, which is " + hash
                                + "; get the data again, or write down the new hash.");
            }
            String header = new String(bytes, StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("");
            List<String> names =
                    set.columns().stream().map(DataSet.Column::name).toList();
            if (!names.isEmpty() && !List.of(header.split(",", -1)).equals(names)) {
                faults.add(
                        about,
                        fields.line("columns"),
                        "The columns are not those of " + set.id() + ".csv, which are " + header + ".");
            }
        } catch (IOException e) {
            faults.add(set.file(), 1, "The file cannot be read: " + e.getMessage() + ".");
        }
    }
}
