import java.util.stream.IntStream;

class LogisticRegression {

    class Model {

        public Matrix probabilities(Matrix x) {
            if (x.columns() != coefficients.size()) {
                throw new IllegalArgumentException(
                        coefficients.size() + " coefficients, but a matrix of shape " + x.shape());
            }
            double[][] rows = IntStream.range(0, x.rows())
                    .mapToDouble(i -> x.row(i).dot(coefficients) + intercept)
                    .mapToObj(z -> new double[] {1 / (1 + Math.exp(z)), 1 / (1 + Math.exp(-z))})
                    .toArray(double[][]::new);
            return rows.length == 0 ? Matrix.zeros(0, 2) : Matrix.of(rows);
        }
    }
}
