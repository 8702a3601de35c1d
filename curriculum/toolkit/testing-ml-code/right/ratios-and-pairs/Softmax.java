class Softmax {

    public static double[] of(double[] z) {
        if (z.length == 0) {
            throw new IllegalArgumentException("at least one score, please");
        }
        double[] p = new double[z.length];
        for (int i = 0; i < z.length; i++) {
            // Divide numerator and denominator by the numerator; if that overflows, 1 / Infinity is 0
            double sum = 0;
            for (int j = z.length - 1; j >= 0; j--) {
                sum += Math.exp(z[j] - z[i]);
            }
            p[i] = z[i] == Double.NEGATIVE_INFINITY ? 0 : 1 / sum;
        }
        return p;
    }
}
