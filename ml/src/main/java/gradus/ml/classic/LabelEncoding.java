package gradus.ml.classic;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Numerics;
import java.util.Arrays;
import java.util.List;

/// Label encoding: the distinct labels in ascending order, and for each row the index of its label among
/// them.
///
/// @param classes the K labels, ascending
/// @param classIndices class indices from 0 to K − 1, shape `(n)`
record LabelEncoding(List<Integer> classes, int[] classIndices) {

    /// Encodes n labels. O(n·log n).
    static LabelEncoding of(int[] labels) {
        int[] distinct = Arrays.stream(labels).sorted().distinct().toArray();
        int[] classIndices = new int[labels.length];
        for (int i = 0; i < classIndices.length; i++) {
            classIndices[i] = Arrays.binarySearch(distinct, labels[i]);
        }
        return new LabelEncoding(Arrays.stream(distinct).boxed().toList(), classIndices);
    }

    /// Encodes labels for a model that needs at least two classes.
    ///
    /// @throws IllegalArgumentException if there is only one class
    static LabelEncoding ofAtLeastTwoClasses(int[] labels) {
        LabelEncoding encoded = of(labels);
        if (encoded.classCount() < 2) {
            throw new IllegalArgumentException("at least 2 classes are needed, but every label is " + labels[0]
                    + "; add examples of another class");
        }
        return encoded;
    }

    /// Encodes labels for a binary classifier.
    ///
    /// @throws IllegalArgumentException if there are not exactly two classes
    static LabelEncoding ofTwoClasses(int[] labels) {
        LabelEncoding encoded = ofAtLeastTwoClasses(labels);
        if (encoded.classCount() > 2) {
            throw new IllegalArgumentException("exactly 2 classes are needed, got " + encoded.classCount() + ": "
                    + encoded.classes() + "; recode the labels as one class and the rest, or use SoftmaxRegression");
        }
        return encoded;
    }

    /// The number of classes, K.
    int classCount() {
        return classes.size();
    }

    /// The total weight of the rows of each class, shape `(K)`.
    double[] classWeights(Vector weights) {
        double[] totals = new double[classCount()];
        for (int i = 0; i < classIndices.length; i++) {
            totals[classIndices[i]] += weights.get(i);
        }
        return totals;
    }

    /// The fraction of the total weight in each class, shape `(K)`.
    Vector classFrequencies(Vector weights) {
        double[] totals = classWeights(weights);
        double total = Numerics.sum(totals);
        return Vector.from(totals.length, k -> totals[k] / total);
    }

    /// The label with the highest score in each row of `scores`, shape `(m, K)`; the first of equal ones.
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
