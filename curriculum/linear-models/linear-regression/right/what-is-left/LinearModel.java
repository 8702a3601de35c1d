public interface LinearModel extends Regressor.Fitted {

    @Override
    default Vector predict(Matrix x) {
        ModelPreconditions.requireFeatures(featureCount(), x);
        double[] out = new double[x.rows()];
        for (int i = 0; i < x.rows(); i++) {
            double sum = intercept();
            for (int j = 0; j < x.columns(); j++) {
                sum += coefficients().get(j) * x.get(i, j);
            }
            ModelPreconditions.requireFiniteScore(i, sum);
            out[i] = sum;
        }
        return Vector.of(out);
    }
}
