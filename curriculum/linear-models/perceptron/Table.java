package gradus.lab.perceptron;

import gradus.ml.linalg.Matrix;

/// Makes tables of numbers out of rows.
public final class Table {

    private Table() {}

    /// A table with these rows, all of the same length: `Table.of(new double[][] {{1.4, 0.2}, {4.7, 1.4}})`.
    public static Matrix of(double[][] rows) {
        return Matrix.of(rows);
    }
}
