import gradus.ml.linalg.Qr;
import gradus.ml.linalg.SingularMatrixException;
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
        Vector solution = null;
        while (solution == null) {
            try {
                solution = qr.leastSquares(target);
            } catch (SingularMatrixException e) {
                dependent.add(kept.remove(e.column() - 1));
                qr = Qr.of(design(x, weights, kept));
            }
        }

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
        double atMeans = 1 / total;
        for (int j : kept) {
            double mean = 0;
            for (int i = 0; i < n; i++) {
                mean += weights.get(i) * x.get(i, j) / total;
            }
            double spread = 0;
            for (int i = 0; i < n; i++) {
                spread += weights.get(i) * Math.pow(x.get(i, j) - mean, 2);
            }
            errors[j] = s / Math.sqrt(spread);
            atMeans += mean * mean / spread;
        }
        return new Model(
                Vector.of(coefficients), intercept, Vector.of(errors), s * Math.sqrt(atMeans), residuals, dependent);
    }

    private static Matrix design(Matrix x, Vector weights, List<Integer> kept) {
        return Matrix.from(
                x.rows(),
                kept.size() + 1,
                (i, j) -> Math.sqrt(weights.get(i)) * (j == 0 ? 1 : x.get(i, kept.get(j - 1))));
    }
}
