package gradus.ml.data.preprocess;

import gradus.ml.data.Table;

/// Names of columns that an encoder makes.
final class ColumnNames {

    private ColumnNames() {}

    static void requireUnused(Table table, String name) {
        if (table.hasColumn(name)) {
            throw new IllegalArgumentException(
                    "an encoder makes a column \"" + name + "\", but there is one already; rename that");
        }
    }
}
