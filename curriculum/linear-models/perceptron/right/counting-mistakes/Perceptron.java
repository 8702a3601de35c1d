import java.util.Arrays;

/// Keeps no weights while it trains, only how often each row was a mistake: the weights are a sum of rows.
public record Perceptron(int maxEpochs, boolean averaged) implements Classifier<Perceptron.Model> {

    public record Model(
            List<Integer> classes, Vector coefficients, double intercept, long mistakes, int epochs, boolean converged)
            implements Classifier.Fitted {

        @Override
        public int[] predict(Matrix x) {
            ModelPreconditions.requireFeatures(featureCount(), x);
            return java.util.stream.IntStream.range(0, x.rows())
                    .map(i -> {
                        double score = intercept;
                        for (int j = 0; j < x.columns(); j++) {
                            score += x.get(i, j) * coefficients.get(j);
                        }
                        ModelPreconditions.requireFiniteScore(i, score);
                        return score <= 0 ? classes.getFirst() : classes.getLast();
                    })
                    .toArray();
        }
    }

    @Override
    public Model fit(Matrix x, int[] labels) {
        ModelPreconditions.requireTrainingSet(x, labels);
        LabelEncoding encoded = LabelEncoding.ofTwoClasses(labels);
        int n = x.rows();
        int[] times = new int[n];
        double[] timesOverAllVisits = new double[n];
        int epochs = 0;
        boolean clean;
        do {
            clean = true;
            for (int i = 0; i < n; i++) {
                double score = 0;
                for (int k = 0; k < n; k++) {
                    if (times[k] > 0) {
                        score += times[k] * sign(encoded, k) * similarity(x, k, i);
                    }
                }
                if (sign(encoded, i) > 0 ? score <= 0 : score >= 0) {
                    times[i]++;
                    clean = false;
                }
                for (int k = 0; k < n; k++) {
                    timesOverAllVisits[k] += times[k];
                }
            }
            epochs++;
        } while (!clean && epochs < maxEpochs);

        double[] w = new double[x.columns()];
        double b = 0;
        for (int k = 0; k < n; k++) {
            double share = averaged ? timesOverAllVisits[k] / ((double) epochs * n) : times[k];
            for (int j = 0; j < w.length; j++) {
                w[j] += share * sign(encoded, k) * x.get(k, j);
            }
            b += share * sign(encoded, k);
        }
        return new Model(
                encoded.classes(), Vector.of(w), b, Arrays.stream(times).sum(), epochs, clean);
    }

    private static int sign(LabelEncoding encoded, int row) {
        return encoded.classIndices()[row] == 0 ? -1 : 1;
    }

    /// The dot product of two rows, each with a 1 appended.
    private static double similarity(Matrix x, int row, int other) {
        double sum = 1;
        for (int j = 0; j < x.columns(); j++) {
            sum += x.get(row, j) * x.get(other, j);
        }
        return sum;
    }
}
