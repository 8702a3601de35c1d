final class Perceptron {

    public Model fit(Matrix x, int[] labels) {
        LabelEncoding encoded = LabelEncoding.ofTwoClasses(labels);
        double[] weights = new double[x.columns() + 1];
        long mistakes = 0;
        int epoch = 0;
        boolean converged = false;
        while (epoch < maxEpochs && !converged) {
            converged = true;
            for (int i = 0; i < x.rows(); i++) {
                int target = encoded.classIndices()[i];
                double score = weights[x.columns()];
                for (int j = 0; j < x.columns(); j++) {
                    score += weights[j] * x.get(i, j);
                }
                if ((score > 0 ? 1 : 0) != target) {
                    for (int j = 0; j < x.columns(); j++) {
                        weights[j] += target * x.get(i, j);
                    }
                    weights[x.columns()] += target;
                    mistakes++;
                    converged = false;
                }
            }
            epoch++;
        }
        return new Model(
                encoded.classes(),
                Vector.of(Arrays.copyOf(weights, x.columns())),
                weights[x.columns()],
                mistakes,
                epoch,
                converged);
    }
}
