class LogisticRegression {

    class Model {

        public Matrix probabilities(Matrix x) {
            Vector z = logOdds(x);
            return Matrix.from(x.rows(), 2, (i, k) -> Sigmoid.of(k == 0 ? z.get(i) : -z.get(i)));
        }
    }
}
