record GradientCheck(double relativeStep, double roundingError) {

    public static Report compare(List<PartialDerivative> numerical, double[] analytic) {
        if (analytic.length != numerical.size()) {
            throw new IllegalArgumentException("sizes differ");
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
            double error = Math.max(0, Math.abs(expected.value() - analytic[i]) - expected.uncertainty());
            if (!Double.isFinite(error)) {
                error = Double.POSITIVE_INFINITY;
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
