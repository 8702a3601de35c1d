package gradus.ml.classic;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import java.util.Arrays;
import java.util.List;

/// The labels that occur, ascending, and of each row, at which place among them its label stands.
///
/// @param labels the K labels, ascending
/// @param places shape `(n)`, numbers from 0 to K - 1
record Classes(List<Integer> labels, int[] places) {

    /// Of n labels. O(n·log n).
    static Classes of(int[] labels) {
        int[] distinct = Arrays.stream(labels).sorted().distinct().toArray();
        int[] places = new int[labels.length];
        for (int i = 0; i < places.length; i++) {
            places[i] = Arrays.binarySearch(distinct, labels[i]);
        }
        return new Classes(Arrays.stream(distinct).boxed().toList(), places);
    }

    /// The same, where a model needs something to tell apart.
    ///
    /// @throws IllegalArgumentException if there is one class only
    static Classes atLeastTwo(int[] labels) {
        Classes classes = of(labels);
        if (classes.count() < 2) {
            throw new IllegalArgumentException("at least 2 classes are needed to tell them apart, but every label is "
                    + labels[0] + "; give examples of another class too");
        }
        return classes;
    }

    /// The same, where a model draws one line between two classes.
    ///
    /// @throws IllegalArgumentException if there are not two classes, with their labels
    static Classes two(int[] labels) {
        Classes classes = atLeastTwo(labels);
        if (classes.count() > 2) {
            throw new IllegalArgumentException("2 classes are needed, got " + classes.count() + ": " + classes.labels()
                    + "; make one of them the class and all others the rest, or use a model of many classes");
        }
        return classes;
    }

    /// The number of classes, K.
    int count() {
        return labels.size();
    }

    /// The number of rows of each class, shape `(K)`.
    int[] sizes() {
        int[] sizes = new int[count()];
        for (int place : places) {
            sizes[place]++;
        }
        return sizes;
    }

    /// The share of each class among the rows, shape `(K)`.
    Vector shares() {
        int[] sizes = sizes();
        double[] shares = new double[sizes.length];
        for (int k = 0; k < shares.length; k++) {
            shares[k] = (double) sizes[k] / places.length;
        }
        return Vector.of(shares);
    }

    /// The label of the largest number of each row of `scores`, shape `(m, K)`; of equal ones, the first.
    static int[] ofLargest(List<Integer> labels, Matrix scores) {
        int[] chosen = new int[scores.rows()];
        for (int i = 0; i < chosen.length; i++) {
            int place = 0;
            for (int k = 1; k < scores.columns(); k++) {
                if (scores.get(i, k) > scores.get(i, place)) {
                    place = k;
                }
            }
            chosen[i] = labels.get(place);
        }
        return chosen;
    }
}
