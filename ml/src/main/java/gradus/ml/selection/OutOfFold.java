package gradus.ml.selection;

import gradus.ml.data.split.Labels;
import gradus.ml.data.split.TrainTestSplit;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import java.util.BitSet;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/// Out-of-fold predictions: those of the tested rows of all splits, put together in the order of the rows.
final class OutOfFold {

    private OutOfFold() {}

    /// The probabilities of the test set of one split.
    record Part(List<Integer> classes, Matrix probabilities) {}

    static <X> Predictions.Numbers numbers(
            List<TrainTestSplit> splits, Rows<X> x, Vector y, BiFunction<X, Vector, Function<X, Vector>> fit) {
        int[] rows = testedRows(splits);
        List<Vector> parts = predict(splits, x, Rows.targets(y), fit);
        double[] predicted = new double[y.size()];
        for (int fold = 0; fold < parts.size(); fold++) {
            int[] test = splits.get(fold).test();
            for (int i = 0; i < test.length; i++) {
                predicted[test[i]] = parts.get(fold).get(i);
            }
        }
        return new Predictions.Numbers(
                rows, y.selectRows(rows), Vector.of(predicted).selectRows(rows));
    }

    static <X> Predictions.Labels labels(
            List<TrainTestSplit> splits, Rows<X> x, int[] labels, BiFunction<X, int[], Function<X, int[]>> fit) {
        int[] rows = testedRows(splits);
        List<int[]> parts = predict(splits, x, Rows.labels(labels), fit);
        int[] predicted = new int[labels.length];
        for (int fold = 0; fold < parts.size(); fold++) {
            int[] test = splits.get(fold).test();
            for (int i = 0; i < test.length; i++) {
                predicted[test[i]] = parts.get(fold)[i];
            }
        }
        return new Predictions.Labels(rows, Labels.selectRows(labels, rows), Labels.selectRows(predicted, rows));
    }

    static <X> Predictions.Probabilities probabilities(
            List<TrainTestSplit> splits, Rows<X> x, int[] labels, BiFunction<X, int[], Function<X, Part>> fit) {
        int[] rows = testedRows(splits);
        List<Part> parts = predict(splits, x, Rows.labels(labels), fit);
        List<Integer> classes = parts.stream()
                .flatMap(part -> part.classes().stream())
                .distinct()
                .sorted()
                .toList();
        double[][] predicted = new double[labels.length][classes.size()];
        for (int fold = 0; fold < parts.size(); fold++) {
            Part part = parts.get(fold);
            int[] test = splits.get(fold).test();
            for (int k = 0; k < part.classes().size(); k++) {
                int column = classes.indexOf(part.classes().get(k));
                for (int i = 0; i < test.length; i++) {
                    predicted[test[i]][column] = part.probabilities().get(i, k);
                }
            }
        }
        return new Predictions.Probabilities(
                rows,
                Labels.selectRows(labels, rows),
                classes,
                Matrix.of(predicted).selectRows(rows));
    }

    private static <X, Y, P> List<P> predict(
            List<TrainTestSplit> splits, Rows<X> x, Rows<Y> y, BiFunction<X, Y, Function<X, P>> fit) {
        return SplitLoop.run(splits, x, y, fit.andThen(predict -> (testX, _) -> predict.apply(testX)));
    }

    /// The rows that some split tests, in ascending order.
    private static int[] testedRows(List<TrainTestSplit> splits) {
        var tested = new BitSet();
        for (TrainTestSplit split : splits) {
            for (int row : split.test()) {
                if (tested.get(row)) {
                    throw new IllegalArgumentException("row " + row + " is tested by several splits, so it has several "
                            + "predictions; use splits that test a row at most once, such as those of Folds");
                }
                tested.set(row);
            }
        }
        return tested.stream().toArray();
    }
}
