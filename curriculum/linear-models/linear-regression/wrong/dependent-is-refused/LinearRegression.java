import gradus.ml.linalg.Qr;
import gradus.ml.linalg.Triangular;
import java.util.ArrayList;

public record LinearRegression() implements Regressor.Weighted<LinearRegression.Model> {

    @Override
    public Model fit(Matrix x, Vector y, Vector weights) {
        ModelPreconditions.requireTrainingSet(x, y);
        ModelPreconditions.requireWeights(x, weights);
        int n = x.rows();
        int d = x.columns();
        List<Integer> kept = new ArrayList<>();
        List<Integer> dependent = new ArrayList<>();
        for (int j = 0; j < d; j++) {
            kept.add(j);
        }
        Vector target = Vector.from(n, i -> Math.sqrt(weights.get(i)) * y.get(i));
        Qr qr = Qr.of(design(x, weights, kept));
        Vector solution = qr.leastSquares(target);

        double[] coefficients = new double[d];
        for (int i = 0; i < kept.size(); i++) {
            coefficients[kept.get(i)] = solution.get(i + 1);
        }
        double intercept = solution.get(0);
        Vector residuals = y.minus(x.times(Vector.of(coefficients)).map(v -> v + intercept));

        double squares = 0;
        double total = 0;
        for (int i = 0; i < n; i++) {
            squares += weights.get(i) * residuals.get(i) * residuals.get(i);
            total += weights.get(i);
        }
        int p = kept.size() + 1;
        double freedom = total - p;
        double s = freedom > 1e-9 * total ? Math.sqrt(squares / freedom) : Double.NaN;
        Matrix inverse = Triangular.solveUpper(qr.r(), Matrix.identity(p));
        double[] errors = new double[d];
        Arrays.fill(errors, Double.NaN);
        for (int i = 0; i < kept.size(); i++) {
            errors[kept.get(i)] = s * inverse.row(i + 1).norm();
        }
        return new Model(
                Vector.of(coefficients),
                intercept,
                Vector.of(errors),
                s * inverse.row(0).norm(),
                residuals,
                dependent);
    }

    private static Matrix design(Matrix x, Vector weights, List<Integer> kept) {
        return Matrix.from(
                x.rows(),
                kept.size() + 1,
                (i, j) -> Math.sqrt(weights.get(i)) * (j == 0 ? 1 : x.get(i, kept.get(j - 1))));
    }
}
