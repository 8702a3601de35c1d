/// The report so far is replaced whenever a parameter is worse.
record GradientCheck(double relativeStep, double roundingError) {

    public static Report compare(List<PartialDerivative> numerical, double[] analytic) {
        if (numerical.size() != analytic.length) {
            throw new IllegalArgumentException("one derivative for each parameter, please");
        }
        double scale = 0;
        for (var each : numerical) {
            if (Math.abs(each.value()) <= Double.MAX_VALUE) {
                scale = Math.max(scale, Math.abs(each.value()));
            }
        }
        int at = -1;
        double most = -1;
        List<Integer> kinks = new ArrayList<>();
        for (int i = 0; i < analytic.length; i++) {
            if (numerical.get(i).kink()) {
                kinks.add(i);
            } else {
                double a = numerical.get(i).value();
                double b = analytic[i];
                double gap = a < b ? b - a : a - b;
                double error;
                if (gap <= numerical.get(i).uncertainty()) {
                    error = 0;
                } else {
                    double larger = Math.max(Math.abs(a), Math.abs(b));
                    error = (gap - numerical.get(i).uncertainty()) / Math.max(larger, 0.000001 * scale);
                }
                if (Double.isNaN(error) || Math.abs(a) > Double.MAX_VALUE || Math.abs(b) > Double.MAX_VALUE) {
                    error = Double.POSITIVE_INFINITY;
                }
                if (error > most) {
                    at = i;
                    most = error;
                }
            }
        }
        return at == -1
                ? new Report(at, 0, Double.NaN, Double.NaN, kinks)
                : new Report(at, most, numerical.get(at).value(), analytic[at], kinks);
    }
}
