package gradus.ml.selection;

import gradus.ml.data.Table;
import gradus.ml.data.split.Labels;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import java.util.function.Function;

/// Anything with a number of rows, of which some can be selected.
///
/// @param count the number of rows
/// @param name what the rows are, for messages
/// @param select from row indices to these rows
record Rows<X>(int count, String name, Function<int[], X> select) {

    static Rows<Matrix> of(Matrix x) {
        return new Rows<>(x.rows(), "rows", x::selectRows);
    }

    static Rows<Table> of(Table features) {
        return new Rows<>(features.rows(), "rows", features::selectRows);
    }

    static Rows<Vector> targets(Vector y) {
        return new Rows<>(y.size(), "targets", y::selectRows);
    }

    static Rows<int[]> labels(int[] labels) {
        return new Rows<>(labels.length, "labels", rows -> Labels.selectRows(labels, rows));
    }

    /// Values of rows with their weights.
    record Weighted<X>(X values, Vector weights) {}

    /// These rows, each with a weight.
    ///
    /// @throws IllegalArgumentException if the numbers of rows and weights differ
    Rows<Weighted<X>> weighted(Vector weights) {
        if (weights.size() != count) {
            throw new IllegalArgumentException(
                    "there are " + count + " rows, but " + weights.size() + " weights; each row needs one");
        }
        return new Rows<>(count, name, rows -> new Weighted<>(select(rows), weights.selectRows(rows)));
    }

    X select(int[] rows) {
        return select.apply(rows);
    }
}
