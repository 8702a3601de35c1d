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
                int target = encoded.classIndices()[i] == 1 ? 1 : -1;
                double score = weights[x.columns()];
                for (int j = 0; j < x.columns(); j++) {
                    score += weights[j] * x.get(i, j);
                }
                if (!(target * score > 0)) {
                    mistakes++;
                    converged = false;
                }
                for (int j = 0; j < x.columns(); j++) {
                    weights[j] += target * x.get(i, j);
                }
                weights[x.columns()] += target;
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
