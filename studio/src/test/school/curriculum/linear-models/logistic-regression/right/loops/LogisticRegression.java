class LogisticRegression {

    class Model {

        public Matrix probabilities(Matrix x) {
            Vector z = logOdds(x);
            double[] values = new double[2 * x.rows()];
            for (int i = 0; i < x.rows(); i++) {
                values[2 * i + 1] = Sigmoid.of(z.get(i));
                values[2 * i] = 1 - values[2 * i + 1];
            }
            return Matrix.of(x.rows(), 2, values);
        }
    }
}
