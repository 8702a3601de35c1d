record GradientCheck(double relativeStep, double roundingError) {

    public static Report compare(List<PartialDerivative> numerical, double[] analytic) {
        if (analytic.length != numerical.size()) {
            throw new IllegalArgumentException("sizes differ");
        }
        double largest = 0;
        for (PartialDerivative expected : numerical) {
            double size = Math.abs(expected.value());
            largest = Double.isFinite(size) ? Math.max(largest, size) : largest;
        }
        List<Integer> unreliable = new ArrayList<>();
        int worst = -1;
        double worstError = 0;
        for (int i = 0; i < analytic.length; i++) {
            PartialDerivative expected = numerical.get(i);
            if (expected.kink()) {
                unreliable.add(i);
                continue;
            }
            double error = Math.abs(expected.value() - analytic[i]);
            if (!Double.isFinite(error)) {
                error = Double.POSITIVE_INFINITY;
            } else if (error <= expected.uncertainty()) {
                error = 0;
            } else {
                error /= Math.max(1e-6 * largest, Math.max(Math.abs(expected.value()), Math.abs(analytic[i])));
            }
            if (worst < 0 || error > worstError) {
                worst = i;
                worstError = error;
            }
        }
        double value = worst < 0 ? Double.NaN : numerical.get(worst).value();
        double claimed = worst < 0 ? Double.NaN : analytic[worst];
        return new Report(worst, worstError, value, claimed, unreliable);
    }
}
