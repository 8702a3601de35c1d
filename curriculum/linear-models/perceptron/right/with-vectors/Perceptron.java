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
                if (score > 0) {
                    labels[i] = classes.get(1);
                } else {
                    labels[i] = classes.get(0);
                }
            }
            return labels;
        }
    }

    @Override
    public Model fit(Matrix x, int[] labels) {
        ModelPreconditions.requireTrainingSet(x, labels);
        LabelEncoding encoded = LabelEncoding.ofTwoClasses(labels);
        Vector w = Vector.of(new double[x.columns()]);
        Vector totalW = w;
        double b = 0;
        double totalB = 0;
        long mistakes = 0;
        for (int epoch = 1; ; epoch++) {
            boolean clean = true;
            for (int i = 0; i < x.rows(); i++) {
                Vector row = x.row(i);
                int target = 2 * encoded.classIndices()[i] - 1;
                if (target * (row.dot(w) + b) <= 0) {
                    w = w.plus(row.times(target));
                    b += target;
                    mistakes++;
                    clean = false;
                }
                totalW = totalW.plus(w);
                totalB += b;
            }
            if (clean || epoch == maxEpochs) {
                double visits = (double) epoch * x.rows();
                return averaged
                        ? new Model(
                                encoded.classes(), totalW.times(1 / visits), totalB / visits, mistakes, epoch, clean)
                        : new Model(encoded.classes(), w, b, mistakes, epoch, clean);
            }
        }
    }
}
