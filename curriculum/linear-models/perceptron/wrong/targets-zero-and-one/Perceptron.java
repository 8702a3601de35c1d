public record Perceptron(int maxEpochs, boolean averaged) implements Classifier<Perceptron.Model> {

    public record Model(
            List<Integer> classes, Vector coefficients, double intercept, long mistakes, int epochs, boolean converged)
            implements Classifier.Fitted {

        @Override
        public int[] predict(Matrix x) {
            ModelPreconditions.requireFeatures(featureCount(), x);
            int[] labels = new int[x.rows()];
            for (int i = 0; i < labels.length; i++) {
                double score = x.row(i).dot(coefficients) + intercept;
                ModelPreconditions.requireFiniteScore(i, score);
                labels[i] = classes.get(score > 0 ? 1 : 0);
            }
            return labels;
        }
    }

    @Override
    public Model fit(Matrix x, int[] labels) {
        ModelPreconditions.requireTrainingSet(x, labels);
        LabelEncoding encoded = LabelEncoding.ofTwoClasses(labels);
        int d = x.columns();
        double[] w = new double[d];
        double b = 0;
        double[] sumW = new double[d];
        double sumB = 0;
        long visits = 0;
        long mistakes = 0;
        int epochs = 0;
        boolean converged = false;
        while (epochs < maxEpochs && !converged) {
            converged = true;
            for (int i = 0; i < x.rows(); i++) {
                int target = encoded.classIndices()[i];
                double score = b;
                for (int j = 0; j < d; j++) {
                    score += w[j] * x.get(i, j);
                }
                if (target * score <= 0) {
                    for (int j = 0; j < d; j++) {
                        w[j] += target * x.get(i, j);
                    }
                    b += target;
                    mistakes++;
                    converged = false;
                }
                for (int j = 0; j < d; j++) {
                    sumW[j] += w[j];
                }
                sumB += b;
                visits++;
            }
            epochs++;
        }
        if (averaged) {
            for (int j = 0; j < d; j++) {
                w[j] = sumW[j] / visits;
            }
            b = sumB / visits;
        }
        return new Model(encoded.classes(), Vector.of(w), b, mistakes, epochs, converged);
    }
}
