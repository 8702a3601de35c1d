public interface LinearModel extends Regressor.Fitted {

    @Override
    default Vector predict(Matrix x) {
        ModelPreconditions.requireFeatures(featureCount(), x);
        Vector predictions = x.times(coefficients());
        for (int i = 0; i < predictions.size(); i++) {
            ModelPreconditions.requireFiniteScore(i, predictions.get(i));
        }
        return predictions;
    }
}
