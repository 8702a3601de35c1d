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
                labels[i] = classes.get(score >= 0 ? 1 : 0);
            }
            return labels;
        }
    }
}
