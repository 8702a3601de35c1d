class LogisticLoss {

    public ObjectiveEvaluation evaluate(Vector weights) {
        int n = x.rows();
        int d = x.columns();
        double sum = 0;
        double[] gradient = new double[d + 1];
        for (int i = 0; i < n; i++) {
            double z = weights.get(d);
            for (int j = 0; j < d; j++) {
                z += x.get(i, j) * weights.get(j);
            }
            int y = classIndices[i];
            sum += Softplus.of(y == 1 ? -z : z);
            double error = Sigmoid.of(z) - y;
            for (int j = 0; j < d; j++) {
                gradient[j] += error * x.get(i, j);
            }
            gradient[d] += error;
        }
        for (int j = 0; j <= d; j++) {
            sum += penalty / 2 * weights.get(j) * weights.get(j);
            gradient[j] += penalty * weights.get(j);
        }
        return new ObjectiveEvaluation(weights, sum / n, Vector.of(gradient).times(1.0 / n));
    }
}
