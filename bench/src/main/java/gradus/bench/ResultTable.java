package gradus.bench;

import java.util.ArrayList;
import java.util.List;

/// A Markdown table of measurements and targets.
final class ResultTable {

    private record Row(String measure, String target, String measured, String met) {}

    private final List<Row> rows = new ArrayList<>();

    void row(String measure, String target, String measured, boolean met) {
        add(new Row(measure, target, measured, met ? "yes" : "NO"));
    }

    /// Adds the measurement of a peer, which has no target.
    void peer(String measure, String measured) {
        add(new Row(measure, "", measured, ""));
    }

    private void add(Row row) {
        rows.add(row);
        System.err.println("  " + row.measure + ": " + row.measured);
    }

    void print() {
        IO.println("");
        IO.println("| measure | target | measured | met |");
        IO.println("| --- | --- | --- | --- |");
        rows.forEach(row ->
                IO.println("| " + row.measure + " | " + row.target + " | " + row.measured + " | " + row.met + " |"));
    }
}
