package gradus.ml.data;

/// Names of columns that an encoder makes.
final class Names {

    private Names() {}

    static void requireNew(Table table, String name) {
        if (table.has(name)) {
            throw new IllegalArgumentException(
                    "an encoder makes a column \"" + name + "\", but there is one already; rename that");
        }
    }
}
