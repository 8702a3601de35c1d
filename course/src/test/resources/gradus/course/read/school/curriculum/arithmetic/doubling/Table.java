package gradus.lab.doubling;

import gradus.ml.sums.Doubler;

/// A table of numbers and their doubles.
public final class Table {

    private Table() {}

    /// A number and its double.
    public static int[] row(int a) {
        return new int[] {a, Doubler.twice(a)};
    }
}
