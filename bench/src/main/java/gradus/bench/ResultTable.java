package gradus.bench;

import java.util.ArrayList;
import java.util.List;

/// What was measured beside what was promised, as a Markdown table.
final class ResultTable {

    private record Row(String measure, String bar, String measured, String met) {}

    private final List<Row> rows = new ArrayList<>();

    void row(String measure, String target, String measured, boolean met) {
        add(new Row(measure, target, measured, met ? "yes" : "NO"));
    }

    /// Something to compare with.
    void peer(String measure, String measured) {
        add(new Row(measure, "", measured, ""));
    }

    private void add(Row row) {
        rows.add(row);
        System.err.println("  " + row.measure + ": " + row.measured);
    }

    void print() {
        IO.println("");
        IO.println("| measure | bar | measured | met |");
        IO.println("| --- | --- | --- | --- |");
        rows.forEach(row ->
                IO.println("| " + row.measure + " | " + row.bar + " | " + row.measured + " | " + row.met + " |"));
    }
}
