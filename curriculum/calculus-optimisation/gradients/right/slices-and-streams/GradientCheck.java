import java.util.stream.IntStream;

/// First all errors, then the largest of them.
record GradientCheck(double relativeStep, double roundingError) {

    public static Report compare(List<PartialDerivative> numerical, double[] analytic) {
        int n = numerical.size();
        if (n != analytic.length) {
            throw new IllegalArgumentException(n + " parameters, but " + analytic.length + " derivatives");
        }
        double floor = numerical.stream()
                        .mapToDouble(partial -> Math.abs(partial.value()))
                        .filter(Double::isFinite)
                        .max()
                        .orElse(0)
                / 1e6;
        double[] errors = new double[n];
        for (int i = 0; i < n; i++) {
            errors[i] = error(numerical.get(i), analytic[i], floor);
        }
        List<Integer> kinks = IntStream.range(0, n)
                .filter(i -> numerical.get(i).kink())
                .boxed()
                .toList();
        double largest = IntStream.range(0, n)
                .filter(i -> !numerical.get(i).kink())
                .mapToDouble(i -> errors[i])
                .max()
                .orElse(-1);
        if (largest < 0) {
            return new Report(-1, 0, Double.NaN, Double.NaN, kinks);
        }
        int first = 0;
        while (numerical.get(first).kink() || errors[first] != largest) {
            first++;
        }
        return new Report(first, largest, numerical.get(first).value(), analytic[first], kinks);
    }

    private static double error(PartialDerivative partial, double analytic, double floor) {
        double a = partial.value();
        if (!Double.isFinite(a) || !Double.isFinite(analytic)) {
            return Double.POSITIVE_INFINITY;
        }
        double unexplained = Math.abs(a - analytic) - partial.uncertainty();
        if (unexplained <= 0) {
            return 0;
        }
        return unexplained / Math.max(Math.max(Math.abs(a), Math.abs(analytic)), floor);
    }
}
