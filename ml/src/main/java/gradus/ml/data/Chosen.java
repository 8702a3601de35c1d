package gradus.ml.data;

import java.util.List;

/// Which columns an encoder works on, and how their figures are found.
final class Chosen {

    private Chosen() {}

    /// The columns that are named; every column of this kind if none is.
    static List<String> columns(List<String> named, Table table, Kind kind) {
        if (!named.isEmpty()) {
            named.forEach(table::column);
            return named;
        }
        return table.names().stream()
                .filter(name -> table.column(name).kind() == kind)
                .toList();
    }

    /// The numbers of a column that are there, at least one.
    static double[] present(Table table, String name) {
        double[] present = table.numbers(name).present();
        if (present.length == 0) {
            throw nothing(table, name);
        }
        return present;
    }

    static IllegalArgumentException nothing(Table table, String name) {
        return new IllegalArgumentException("column \"" + name + "\" has no value to learn from in " + table.rows()
                + " rows; leave it out, or fill it with a constant");
    }
}
