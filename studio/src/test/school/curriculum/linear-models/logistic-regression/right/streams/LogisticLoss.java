import java.util.stream.IntStream;

class LogisticLoss {

    public ObjectiveEvaluation evaluate(Vector weights) {
        int n = x.rows();
        int d = x.columns();
        Vector features = Vector.from(d, weights::get);
        // The log-odds of the true class, and what is missing from its probability to 1.
        double[] signs = IntStream.of(classIndices).mapToDouble(k -> 2 * k - 1).toArray();
        double[] margins = IntStream.range(0, n)
                .mapToDouble(i -> signs[i] * (x.row(i).dot(features) + weights.get(d)))
                .toArray();
        double[] missing = IntStream.range(0, n)
                .mapToDouble(i -> oneMinusProbability(margins[i]))
                .toArray();
        double loss = IntStream.range(0, n)
                .mapToDouble(i -> Math.max(-margins[i], 0) + Math.log1p(Math.exp(-Math.abs(margins[i]))))
                .sum();
        Vector gradient = Vector.from(d + 1, j -> {
            double sum = IntStream.range(0, n)
                    .mapToDouble(i -> -signs[i] * missing[i] * (j == d ? 1 : x.get(i, j)))
                    .sum();
            return (j == d ? sum : sum + penalty * weights.get(j)) / n;
        });
        return new ObjectiveEvaluation(weights, (loss + penalty / 2 * features.dot(features)) / n, gradient);
    }

    private static double oneMinusProbability(double margin) {
        return margin < 0 ? 1 / (1 + Math.exp(margin)) : Math.exp(-margin) / (1 + Math.exp(-margin));
    }
}
