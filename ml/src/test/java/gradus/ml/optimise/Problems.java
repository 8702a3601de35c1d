package gradus.ml.optimise;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Qr;
import gradus.ml.linalg.Recorded;
import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Rng;

/// Test objectives with known minima.
final class Problems {

    static final Recorded RECORDED = Recorded.of(Problems.class, "minima.txt");

    static final Vector ROSENBROCK_START = Vector.of(-1.2, 1);

    private Problems() {}

    /// A quadratic with curvatures from 1 to `condition` along rotated axes; its minimum is 0, at [#centre].
    static Objective quadratic(int n, double condition) {
        var rng = Rng.of(5);
        Matrix rotation = Qr.of(Matrix.from(n, n, (r, c) -> rng.gaussian())).q();
        Matrix curvature = rotation.times(Matrix.from(n, n, (r, c) -> r == c ? Math.pow(condition, r / (n - 1.0)) : 0))
                .times(rotation.transpose());
        Vector centre = centre(n);
        return Objective.of(
                x -> x.minus(centre).dot(curvature.times(x.minus(centre))) / 2, x -> curvature.times(x.minus(centre)));
    }

    static Vector centre(int n) {
        return Vector.from(n, i -> i - 1.5);
    }

    /// The Rosenbrock (banana) function (1960); its minimum is 0, at (1, 1).
    static Objective rosenbrock() {
        return Objective.ofDualNumbers(v -> v[1].minus(v[0].times(v[0]))
                .pow(2)
                .times(100)
                .plus(v[0].minus(1).pow(2)));
    }

    /// The mean loss of a logistic regression plus the L2 penalty `0.005·‖w‖²`.
    static Objective logistic() {
        Matrix x = RECORDED.matrix("logistic.x");
        Vector y = RECORDED.vector("logistic.y");
        int n = y.size();
        return Objective.of(
                w -> {
                    Vector scores = x.times(w);
                    double sum = 0;
                    for (int i = 0; i < n; i++) {
                        sum += StrictMath.log1p(StrictMath.exp(-y.get(i) * scores.get(i)));
                    }
                    return sum / n + 0.005 * w.dot(w);
                },
                w -> {
                    Vector scores = x.times(w);
                    Vector scoreGradient =
                            Vector.from(n, i -> -y.get(i) / (1 + StrictMath.exp(y.get(i) * scores.get(i))) / n);
                    return x.transposeTimes(scoreGradient).plus(w.times(0.01));
                });
    }
}
