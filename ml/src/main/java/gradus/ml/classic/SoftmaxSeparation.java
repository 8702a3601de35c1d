package gradus.ml.classic;

import gradus.ml.linalg.Cholesky;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Whether a softmax loss without a penalty has a minimum. It has none if the classes are separated: if along
/// some direction of the weights no row's logits move in favour of a wrong class, and some rows' move in
/// favour of the right one. The gradient then tends to 0 while the weights grow for ever.
///
/// **Method.** A Newton step that changes all differences between logits by less than 1 proves that there is
/// a minimum, as it does for two classes: see [LogisticNewton]. The step is computed in an orthonormal basis
/// of the columns, so dependent columns, which leave the weights undetermined but bounded, do no harm.
///
/// Source: A. Albert and J. Anderson, "On the Existence of Maximum Likelihood Estimates in Logistic
/// Regression Models", Biometrika 71 (1984), 1–10, for the condition.
final class SoftmaxSeparation {

    /// With more weights than this, solving for a Newton step would take longer than the fit.
    private static final int MAX_WEIGHTS = 400;

    private SoftmaxSeparation() {}

    /// Whether the classes are separated as far as can be seen at `probabilities`, shape `(n, K)`, those of a
    /// fit whose gradient is nearly 0. Without a row on the wrong side or on a boundary, always; otherwise
    /// only if there are at most 400 weights.
    static boolean isFound(Matrix x, int[] classIndices, Vector weightsOfRows, Matrix probabilities) {
        if (allRowsAreRight(classIndices, probabilities)) {
            return true;
        }
        Matrix basis = basis(x);
        int freeClasses = probabilities.columns() - 1;
        return basis.columns() * freeClasses <= MAX_WEIGHTS
                && !newtonStepIsShort(basis, classIndices, weightsOfRows, probabilities, freeClasses);
    }

    private static boolean allRowsAreRight(int[] classIndices, Matrix probabilities) {
        for (int i = 0; i < classIndices.length; i++) {
            for (int k = 0; k < probabilities.columns(); k++) {
                if (k != classIndices[i] && !(probabilities.get(i, k) < probabilities.get(i, classIndices[i]))) {
                    return false;
                }
            }
        }
        return true;
    }

    /// An orthonormal basis of the centred columns, and a column of ones last, shape `(n, r + 1)`.
    private static Matrix basis(Matrix x) {
        Matrix vectors = ColumnBasis.of(Centred.of(x), x.rows()).vectors();
        return vectors.hstack(Matrix.from(x.rows(), 1, (_, _) -> 1));
    }

    /// The logits of the last class are kept at 0, because only differences count.
    private static boolean newtonStepIsShort(
            Matrix basis, int[] classIndices, Vector weightsOfRows, Matrix probabilities, int freeClasses) {
        int width = basis.columns();
        Matrix[][] blocks = new Matrix[freeClasses][freeClasses];
        List<Vector> gradients = new ArrayList<>();
        for (int k = 0; k < freeClasses; k++) {
            int own = k;
            gradients.add(basis.transposeTimes(Vector.from(
                    basis.rows(),
                    i -> weightsOfRows.get(i) * (probabilities.get(i, own) - (classIndices[i] == own ? 1 : 0)))));
            for (int l = 0; l < freeClasses; l++) {
                int other = l;
                Matrix weighted = Matrix.from(
                        basis.rows(),
                        width,
                        (i, j) -> weightsOfRows.get(i)
                                * basis.get(i, j)
                                * probabilities.get(i, own)
                                * ((own == other ? 1 : 0) - probabilities.get(i, other)));
                blocks[k][l] = basis.transposeTimes(weighted);
            }
        }
        int size = freeClasses * width;
        Matrix hessian = Matrix.from(size, size, (r, c) -> blocks[r / width][c / width].get(r % width, c % width));
        Optional<Cholesky> factor = Cholesky.ifPositiveDefinite(hessian);
        if (factor.isEmpty()) {
            return false;
        }
        Vector step = factor.get()
                .solve(Vector.from(size, i -> gradients.get(i / width).get(i % width)));
        Matrix changes = basis.times(Matrix.from(width, freeClasses, (j, k) -> step.get(k * width + j)));
        for (double change : changes.flatten()) {
            if (!(Math.abs(change) < 0.25)) {
                return false;
            }
        }
        return true;
    }
}
