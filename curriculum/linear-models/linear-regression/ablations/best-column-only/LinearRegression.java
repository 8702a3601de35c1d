public record LinearRegression() implements Regressor.Weighted<LinearRegression.Model> {

    @Override
    public Model fit(Matrix x, Vector y, Vector weights) {
        ModelPreconditions.requireTrainingSet(x, y);
        ModelPreconditions.requireWeights(x, weights);
        int n = x.rows();
        double meanOfY = 0;
        for (int i = 0; i < n; i++) {
            meanOfY += y.get(i) / n;
        }
        int best = 0;
        double most = -1;
        double slope = 0;
        double mean = 0;
        for (int j = 0; j < x.columns(); j++) {
            double meanOfX = 0;
            for (int i = 0; i < n; i++) {
                meanOfX += x.get(i, j) / n;
            }
            double products = 0;
            double squares = 0;
            for (int i = 0; i < n; i++) {
                products += (x.get(i, j) - meanOfX) * (y.get(i) - meanOfY);
                squares += (x.get(i, j) - meanOfX) * (x.get(i, j) - meanOfX);
            }
            if (squares > 0 && products * products / squares > most) {
                most = products * products / squares;
                best = j;
                slope = products / squares;
                mean = meanOfX;
            }
        }
        double[] coefficients = new double[x.columns()];
        coefficients[best] = slope;
        double intercept = meanOfY - slope * mean;
        Vector w = Vector.of(coefficients);
        Vector residuals = y.minus(x.times(w).map(v -> v + intercept));
        return new Model(w, intercept, w.times(0), 0, residuals, List.of());
    }
}
