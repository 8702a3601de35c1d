public interface LinearModel extends Regressor.Fitted {

    @Override
    default Vector predict(Matrix x) {
        ModelPreconditions.requireFeatures(featureCount(), x);
        Vector predictions = Vector.from(x.rows(), i -> x.row(i).dot(coefficients()) + intercept());
        for (int i = 0; i < predictions.size(); i++) {
            ModelPreconditions.requireFiniteScore(i, predictions.get(i));
        }
        return predictions;
    }
}
