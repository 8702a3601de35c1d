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
            double y = classIndices[i];
            sum += Softplus.of(z) - y * z;
            double error = Sigmoid.of(z) - y;
            for (int j = 0; j < d; j++) {
                gradient[j] += error * x.get(i, j) / n;
            }
            gradient[d] += error / n;
        }
        for (int j = 0; j < d; j++) {
            sum += penalty * weights.get(j) * weights.get(j) / 2;
            gradient[j] += penalty * weights.get(j) / n;
        }
        return new ObjectiveEvaluation(weights, sum / n, Vector.of(gradient));
    }
}
