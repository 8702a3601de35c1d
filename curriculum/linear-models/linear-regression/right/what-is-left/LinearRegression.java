import java.util.ArrayList;

public record LinearRegression() implements Regressor.Weighted<LinearRegression.Model> {

    @Override
    public Model fit(Matrix x, Vector y, Vector weights) {
        ModelPreconditions.requireTrainingSet(x, y);
        ModelPreconditions.requireWeights(x, weights);
        int n = x.rows();
        int d = x.columns();
        double[] w = weights.toArray();

        // columns of the table that say something new
        List<double[]> directions = new ArrayList<>();
        List<double[]> columns = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        List<Integer> dependent = new ArrayList<>();
        for (int j = -1; j < d; j++) {
            double[] column = new double[n];
            for (int i = 0; i < n; i++) {
                column[i] = j < 0 ? 1 : x.get(i, j);
            }
            double[] left = without(column, directions, w);
            if (Math.sqrt(product(left, left, w)) <= 1e-10 * Math.sqrt(product(column, column, w))) {
                dependent.add(j);
            } else {
                directions.add(left);
                columns.add(column);
                numbers.add(j);
            }
        }

        // each coefficient from what the other columns leave of its own
        double[] coefficients = new double[d];
        double[] lengths = new double[d];
        double intercept = 0;
        double lengthOfOnes = 0;
        for (int k = 0; k < columns.size(); k++) {
            List<double[]> others = new ArrayList<>();
            for (int m = 0; m < columns.size(); m++) {
                if (m != k) {
                    others.add(without(columns.get(m), others, w));
                }
            }
            double[] left = without(columns.get(k), others, w);
            double square = product(left, left, w);
            double coefficient = product(left, y.toArray(), w) / square;
            if (numbers.get(k) < 0) {
                intercept = coefficient;
                lengthOfOnes = Math.sqrt(square);
            } else {
                coefficients[numbers.get(k)] = coefficient;
                lengths[numbers.get(k)] = Math.sqrt(square);
            }
        }

        double[] residuals = without(y.toArray(), directions, w);
        double freedom = product(columns.get(0), columns.get(0), w) - columns.size();
        double variance = product(residuals, residuals, w) / freedom;
        double s = freedom < 1e-10 * columns.size() ? Double.NaN : Math.sqrt(variance);
        double[] errors = new double[d];
        for (int j = 0; j < d; j++) {
            errors[j] = lengths[j] == 0 ? Double.NaN : s / lengths[j];
        }
        return new Model(
                Vector.of(coefficients),
                intercept,
                Vector.of(errors),
                s / lengthOfOnes,
                Vector.of(residuals),
                dependent);
    }

    private static double product(double[] a, double[] b, double[] w) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += w[i] * a[i] * b[i];
        }
        return sum;
    }

    /// What is left of a column without its shadows on orthogonal directions.
    private static double[] without(double[] column, List<double[]> directions, double[] w) {
        double[] left = column.clone();
        for (int pass = 0; pass < 2; pass++) {
            for (double[] direction : directions) {
                double reach = product(direction, left, w) / product(direction, direction, w);
                for (int i = 0; i < left.length; i++) {
                    left[i] -= reach * direction[i];
                }
            }
        }
        return left;
    }
}
