package gradus.ml.data.preprocess;

import gradus.ml.data.Table;

/// Checks the names of columns that a preprocessor adds.
final class ColumnNames {

    private ColumnNames() {}

    static void requireUnused(Table table, String name) {
        if (table.hasColumn(name)) {
            throw used(name);
        }
    }

    static IllegalArgumentException used(String name) {
        return new IllegalArgumentException(
                "cannot add column \"" + name + "\": the table already has one; rename that column first");
    }
}
