package gradus.ml.classic;

import gradus.ml.linalg.Matrix;
import java.util.Arrays;

/// The labels that occur, ascending, and of each row, at which place among them its label stands.
///
/// @param labels shape `(K)`, ascending
/// @param places shape `(n)`, numbers from 0 to K - 1
record Classes(int[] labels, int[] places) {

    /// Of n labels. O(n·log K) after sorting.
    static Classes of(int[] labels) {
        int[] distinct = Arrays.stream(labels).sorted().distinct().toArray();
        int[] places = new int[labels.length];
        for (int i = 0; i < places.length; i++) {
            places[i] = Arrays.binarySearch(distinct, labels[i]);
        }
        return new Classes(distinct, places);
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

    /// The number of classes, K.
    int count() {
        return labels.length;
    }

    /// The number of rows of each class, shape `(K)`.
    int[] sizes() {
        int[] sizes = new int[count()];
        for (int place : places) {
            sizes[place]++;
        }
        return sizes;
    }

    /// The label of the largest number of each row of `scores`, shape `(m, K)`; of equal ones, the first.
    static int[] mostProbable(int[] labels, Matrix scores) {
        int[] best = new int[scores.rows()];
        for (int i = 0; i < best.length; i++) {
            int place = 0;
            for (int k = 1; k < scores.columns(); k++) {
                if (scores.get(i, k) > scores.get(i, place)) {
                    place = k;
                }
            }
            best[i] = labels[place];
        }
        return best;
    }
}
