import gradus.ml.linalg.Qr;

public record LinearRegression() implements Regressor.Weighted<LinearRegression.Model> {

    @Override
    public Model fit(Matrix x, Vector y, Vector weights) {
        ModelPreconditions.requireTrainingSet(x, y);
        ModelPreconditions.requireWeights(x, weights);
        Vector coefficients = Qr.of(x).leastSquares(y);
        Vector residuals = y.minus(x.times(coefficients));
        return new Model(coefficients, 0, coefficients.times(0), 0, residuals, List.of());
    }
}
