final class Perceptron {

    public Model fit(Matrix x, int[] labels) {
        LabelEncoding encoded = LabelEncoding.ofTwoClasses(labels);
        double[] weights = new double[x.columns()];
        long mistakes = 0;
        int epoch = 0;
        boolean converged = false;
        while (epoch < maxEpochs && !converged) {
            converged = true;
            for (int i = 0; i < x.rows(); i++) {
                int target = encoded.classIndices()[i] == 1 ? 1 : -1;
                double score = 0;
                for (int j = 0; j < weights.length; j++) {
                    score += weights[j] * x.get(i, j);
                }
                if (!(target * score > 0)) {
                    for (int j = 0; j < weights.length; j++) {
                        weights[j] += target * x.get(i, j);
                    }
                    mistakes++;
                    converged = false;
                }
            }
            epoch++;
        }
        return new Model(encoded.classes(), Vector.of(weights), 0, mistakes, epoch, converged);
    }
}
