package gradus.ml.autodiff;

import gradus.ml.autodiff.OperationCases.Case;
import gradus.ml.tensor.Tensor;
import java.util.List;

/// Test cases of softmax, and of what is computed from it.
final class SoftmaxCases {

    private SoftmaxCases() {}

    static void addTo(List<Case> cases) {
        for (int[] shape : new int[][] {{1}, {5}, {0, 5}, {3, 4}, {1, 17}, {2, 3, 4}, {4, 1}}) {
            OperationCases.add(
                    cases,
                    Operation.Softmax.class,
                    "softmax",
                    (_, in) -> in.get(0).softmax(),
                    shape);
            OperationCases.add(
                    cases,
                    Operation.LogSoftmax.class,
                    "log",
                    (_, in) -> in.get(0).logSoftmax(),
                    shape);
            OperationCases.add(
                    cases,
                    Operation.LogSumExp.class,
                    "sum",
                    (_, in) -> in.get(0).logSumExp(),
                    shape);
        }
        for (int[] targets : new int[][] {{2}, {}, {0, 3, 1}, {-1, 3, -1}, {-1}, {0, 1, 2, 3, 0, -1}}) {
            int[] shape = targets.length == 6 ? new int[] {2, 3, 4} : new int[] {targets.length, 4};
            OperationCases.add(
                    cases,
                    Operation.CrossEntropy.class,
                    "entropy",
                    (_, in) -> VariableOps.crossEntropy(in.get(0), targets),
                    shape);
        }
        for (int[] shape : new int[][] {{}, {1}, {6, 1}, {2, 3}}) {
            Tensor targets = Tensor.full(1, shape);
            for (int i = 0; i < targets.elementCount(); i++) {
                targets.data()[i] = i % 3 / 2f;
            }
            OperationCases.add(
                    cases,
                    Operation.BinaryCrossEntropy.class,
                    "binary",
                    (_, in) -> VariableOps.binaryCrossEntropy(in.get(0), targets),
                    shape);
        }
    }
}
