package gradus.ml.classic;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import java.util.Arrays;
import java.util.List;

/// The labels that occur, ascending, and of each row, at which place among them its label stands.
///
/// @param classes the K labels, ascending
/// @param classIndices shape `(n)`, numbers from 0 to K - 1
record LabelEncoding(List<Integer> classes, int[] classIndices) {

    /// Of n labels. O(n·log n).
    static LabelEncoding of(int[] labels) {
        int[] distinct = Arrays.stream(labels).sorted().distinct().toArray();
        int[] classIndices = new int[labels.length];
        for (int i = 0; i < classIndices.length; i++) {
            classIndices[i] = Arrays.binarySearch(distinct, labels[i]);
        }
        return new LabelEncoding(Arrays.stream(distinct).boxed().toList(), classIndices);
    }

    /// The same, where a model needs something to tell apart.
    ///
    /// @throws IllegalArgumentException if there is one class only
    static LabelEncoding ofAtLeastTwoClasses(int[] labels) {
        LabelEncoding encoded = of(labels);
        if (encoded.classCount() < 2) {
            throw new IllegalArgumentException("at least 2 classes are needed to tell them apart, but every label is "
                    + labels[0] + "; give examples of another class too");
        }
        return encoded;
    }

    /// The same, where a model draws one line between two classes.
    ///
    /// @throws IllegalArgumentException if there are not two classes, with their labels
    static LabelEncoding ofTwoClasses(int[] labels) {
        LabelEncoding encoded = ofAtLeastTwoClasses(labels);
        if (encoded.classCount() > 2) {
            throw new IllegalArgumentException(
                    "2 classes are needed, got " + encoded.classCount() + ": " + encoded.classes()
                            + "; make one of them the class and all others the rest, or use a model of many classes");
        }
        return encoded;
    }

    /// The number of classes, K.
    int classCount() {
        return classes.size();
    }

    /// The number of rows of each class, shape `(K)`.
    int[] classCounts() {
        int[] counts = new int[classCount()];
        for (int classIndex : classIndices) {
            counts[classIndex]++;
        }
        return counts;
    }

    /// The share of each class among the rows, shape `(K)`.
    Vector classFrequencies() {
        int[] counts = classCounts();
        double[] frequencies = new double[counts.length];
        for (int k = 0; k < frequencies.length; k++) {
            frequencies[k] = (double) counts[k] / classIndices.length;
        }
        return Vector.of(frequencies);
    }

    /// The label of the largest number of each row of `scores`, shape `(m, K)`; of equal ones, the first.
    static int[] argmaxLabels(List<Integer> classes, Matrix scores) {
        int[] predicted = new int[scores.rows()];
        for (int i = 0; i < predicted.length; i++) {
            int argmax = 0;
            for (int k = 1; k < scores.columns(); k++) {
                if (scores.get(i, k) > scores.get(i, argmax)) {
                    argmax = k;
                }
            }
            predicted[i] = classes.get(argmax);
        }
        return predicted;
    }
}
