/// In the form with an error of −1, 0 or 1, the intercept as weight 0, and a running mean.
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
        int smaller = encoded.classes().get(0);
        double[] w = new double[x.columns() + 1];
        double[] mean = new double[x.columns() + 1];
        int wrongInAll = 0;
        int wrongInThisEpoch = -1;
        int visit = 0;
        int passes = 0;
        while (wrongInThisEpoch != 0 && passes < maxEpochs) {
            wrongInThisEpoch = 0;
            passes++;
            for (int i = 0; i < x.rows(); i++) {
                double s = w[0];
                for (int j = 1; j < w.length; j++) {
                    s += w[j] * x.get(i, j - 1);
                }
                int error = 0;
                if (labels[i] == smaller && s >= 0) {
                    error = -1;
                } else if (labels[i] != smaller && s <= 0) {
                    error = 1;
                }
                w[0] += error;
                for (int j = 1; j < w.length; j++) {
                    w[j] += error * x.get(i, j - 1);
                }
                wrongInThisEpoch += Math.abs(error);
                visit++;
                for (int j = 0; j < w.length; j++) {
                    mean[j] += (w[j] - mean[j]) / visit;
                }
            }
            wrongInAll += wrongInThisEpoch;
        }
        double[] chosen = averaged ? mean : w;
        double[] coefficients = new double[x.columns()];
        System.arraycopy(chosen, 1, coefficients, 0, coefficients.length);
        return new Model(
                encoded.classes(), Vector.of(coefficients), chosen[0], wrongInAll, passes, wrongInThisEpoch == 0);
    }
}
