package gradus.checks.data_loading;

import static gradus.proctor.assertions.Expect.calling;
import static gradus.proctor.property.Property.forAll;

import gradus.ml.data.io.CsvRecords;
import gradus.proctor.assertions.Clause;
import gradus.proctor.data.DataFiles;
import gradus.proctor.property.Gen;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Records and fields.
class SplittingChecks {

    private static final Gen<String> PLAIN = Gen.oneOf("a", "", "bc", " d ", "1.5", "é", "NA", "e f");
    private static final Gen<String> ANY = Gen.oneOf(
            "a", "", ",", "\"", "\n", "\r\n", " b ", "c,d", "\"e\"", "f\"\"g", "h\ni", "\"\"", ",\n,", "é", "\",\"");

    @Test
    @DisplayName("empty fields count, and the last line needs no line break")
    @Clause({"commas", "line-ends"})
    void emptyFieldsAndTheLastLine() {
        splits(",", List.of(List.of("", "")), "there is a field before the comma, and one after it");
        splits("a,,\n,b,\n", List.of(List.of("a", "", ""), List.of("", "b", "")), "two commas separate three fields");
        splits("a\nb", List.of(List.of("a"), List.of("b")), "the text ends, and with it the last record");
        splits("a\nb\n", List.of(List.of("a"), List.of("b")), "nothing comes after the last line break");
        splits("a,\nb,", List.of(List.of("a", ""), List.of("b", "")), "an empty field is a field at the end, too");
        splits("", List.of(), "there is no line");
        splits("a\r\n\r\nb\r\n", List.of(List.of("a"), List.of(""), List.of("b")), "\\r\\n is one line break");
    }

    @Test
    @DisplayName("two quotes between quotes stand for one")
    @Clause("doubled-quotes")
    void doubledQuotes() {
        splits(
                "DBN,\"W. H. \"\"Bud\"\" Barron\",GA\n",
                List.of(List.of("DBN", "W. H. \"Bud\" Barron", "GA")),
                "the quotes around Bud are doubled, so they're text");
        splits("\"\"\"\",\"\"", List.of(List.of("\"", "")), "four quotes hold one, two hold none");
        splits("\"\"\"a\"\"\"\n", List.of(List.of("\"a\"")), "one quote opens the field, two stand for one");
    }

    @Test
    @DisplayName("a line break between quotes belongs to the field")
    @Clause("quotes")
    void quotedLineBreaks() {
        splits(
                "a,\"ring lost,\nfound again\"\nb,c\n",
                List.of(List.of("a", "ring lost,\nfound again"), List.of("b", "c")),
                "the first record goes over two lines");
        splits("\"\"", List.of(List.of("")), "the text is one field between quotes, and nothing is in it");
        splits("a\n\"\"", List.of(List.of("a"), List.of("")), "the last record has one field, and nothing is in it");
        splits("\"a\r\nb\"\n", List.of(List.of("a\r\nb")), "between quotes a line break stays as it is");
    }

    @Test
    @DisplayName("spaces stay, an empty line is an empty field, and records may differ in length")
    @Clause("as-it-stands")
    void nothingIsTidied() {
        splits(" a , b\n", List.of(List.of(" a ", " b")), "spaces belong to the field");
        splits("\" a \"\n", List.of(List.of(" a ")), "spaces between quotes belong to the field");
        splits("a\n\nb\n", List.of(List.of("a"), List.of(""), List.of("b")), "the empty line has one field, \"\"");
        splits("\n", List.of(List.of("")), "the only line is empty");
        splits("a,b\nc\n", List.of(List.of("a", "b"), List.of("c")), "each line has its own number of fields");
    }

    @Test
    @DisplayName("a quote that is never closed is refused, whatever comes before it")
    @Clause({"open-quote", "texts"})
    void openQuotes() {
        forAll(tables(ANY)).check(table -> {
            String text = written(table, "\n");
            String open = text.substring(0, text.length() - 2);
            calling(() -> call(open), () -> CsvRecords.split(open))
                    .fails(IllegalArgumentException.class, "the text ends within quotes");
        });
    }

    @Test
    @DisplayName("records without quotes come back as they were written")
    @Clause({"commas", "line-ends", "as-it-stands"})
    void plainRoundTrip() {
        forAll(tables(PLAIN)).check(table -> {
            String text =
                    table.stream().map(row -> String.join(",", row) + "\n").collect(Collectors.joining());
            calling(() -> call(text), () -> CsvRecords.split(text)).gives(table, "these fields were joined by commas");
        });
    }

    @Test
    @DisplayName("any fields come back as they were written, if all are quoted")
    @Clause({"quotes", "doubled-quotes"})
    void quotedRoundTrip() {
        forAll(tables(ANY)).check(table -> {
            String text = written(table, "\n");
            calling(() -> call(text), () -> CsvRecords.split(text)).gives(table, "these fields were put into quotes");
        });
    }

    @Test
    @DisplayName("neither the kind of line break nor the last one changes the records")
    @Clause({"line-ends", "unchanged"})
    void lineBreaksDoNotMatter() {
        forAll(tables(ANY)).check(table -> {
            String windows = written(table, "\r\n");
            String shorter = windows.substring(0, windows.length() - 2);
            calling(() -> call(windows), () -> CsvRecords.split(windows)).gives(table, "\\r\\n ends a record");
            calling(() -> call(shorter), () -> CsvRecords.split(shorter)).gives(table, "the text ends the last record");
            calling(() -> call(shorter) + " again", () -> CsvRecords.split(shorter))
                    .gives(table, "it's the same text");
        });
    }

    @Test
    @DisplayName("the 3,364 airports have seven fields each, also the nine with a comma in a name")
    @Clause({"quotes", "doubled-quotes"})
    void airports() {
        String text = DataFiles.text("us-airports", "us-airports.csv");
        List<List<String>> records = calling("CsvRecords.split(airports)", () -> CsvRecords.split(text))
                .satisfies(all -> all.size() == 3365, "3365 records", "a header and 3,364 airports");
        calling(
                        "the airport N25",
                        () -> records.stream()
                                .filter(record -> record.getFirst().equals("N25"))
                                .findFirst()
                                .orElse(List.of()))
                .gives(
                        List.of("N25", "Westport", "Westport, NY", "NY", "USA", "44.15838611", "-73.43290444"),
                        "the name of the city was typed with a comma");
        calling(
                        "records with a number of fields other than 7",
                        () -> records.stream()
                                .filter(record -> record.size() != 7)
                                .toList())
                .gives(List.of(), "the header has seven names");
    }

    /// The table as text, with every field in quotes.
    private static String written(List<List<String>> table, String lineBreak) {
        return table.stream()
                .map(row -> row.stream()
                                .map(field -> "\"" + field.replace("\"", "\"\"") + "\"")
                                .collect(Collectors.joining(","))
                        + lineBreak)
                .collect(Collectors.joining());
    }

    private static Gen<List<List<String>>> tables(Gen<String> fields) {
        return Gen.lists(Gen.lists(fields, 1, 4), 1, 4).map(rows -> {
            List<List<String>> table = new ArrayList<>();
            rows.forEach(row -> table.add(List.copyOf(row)));
            return List.copyOf(table);
        });
    }

    private static void splits(String text, List<List<String>> expected, String why) {
        calling(call(text), () -> CsvRecords.split(text)).gives(expected, why);
    }

    private static String call(String text) {
        String literal = text.replace("\"", "\\\"").replace("\r", "\\r").replace("\n", "\\n");
        return "split(\"" + literal + "\")";
    }
}
