public record LinearRegression() implements Regressor.Weighted<LinearRegression.Model> {

    @Override
    public Model fit(Matrix x, Vector y, Vector weights) {
        ModelPreconditions.requireTrainingSet(x, y);
        ModelPreconditions.requireWeights(x, weights);
        int n = x.rows();
        int d = x.columns();
        double total = 0;
        double meanOfY = 0;
        for (int i = 0; i < n; i++) {
            total += weights.get(i);
            meanOfY += weights.get(i) * y.get(i);
        }
        meanOfY /= total;
        double[] coefficients = new double[d];
        double[] spreads = new double[d];
        double intercept = meanOfY;
        double atMeans = 1 / total;
        List<Integer> constant = new java.util.ArrayList<>();
        for (int j = 0; j < d; j++) {
            double mean = 0;
            for (int i = 0; i < n; i++) {
                mean += weights.get(i) * x.get(i, j) / total;
            }
            double products = 0;
            for (int i = 0; i < n; i++) {
                double off = x.get(i, j) - mean;
                products += weights.get(i) * off * (y.get(i) - meanOfY);
                spreads[j] += weights.get(i) * off * off;
            }
            if (spreads[j] < 1e-18 * total * mean * mean) {
                constant.add(j);
                continue;
            }
            coefficients[j] = products / spreads[j];
            intercept -= coefficients[j] * mean;
            atMeans += mean * mean / spreads[j];
        }
        double b = intercept;
        Vector residuals = y.minus(x.times(Vector.of(coefficients)).map(v -> v + b));
        double squares = 0;
        for (int i = 0; i < n; i++) {
            squares += weights.get(i) * residuals.get(i) * residuals.get(i);
        }
        double freedom = total - d - 1 + constant.size();
        double s = freedom > 0 ? Math.sqrt(squares / freedom) : Double.NaN;
        Vector errors = Vector.from(d, j -> constant.contains(j) ? Double.NaN : s / Math.sqrt(spreads[j]));
        return new Model(Vector.of(coefficients), b, errors, s * Math.sqrt(atMeans), residuals, constant);
    }
}
