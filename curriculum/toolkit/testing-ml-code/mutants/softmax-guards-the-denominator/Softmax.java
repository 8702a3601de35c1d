class Softmax {

    public static double[] of(double[] z) {
        if (z.length == 0) {
            throw new IllegalArgumentException("softmax needs at least 1 score, got none");
        }
        double largest = Arrays.stream(z).max().orElseThrow();
        double[] p = new double[z.length];
        double sum = 1e-7;
        for (int i = 0; i < z.length; i++) {
            p[i] = Math.exp(z[i] - largest);
            sum += p[i];
        }
        for (int i = 0; i < z.length; i++) {
            p[i] /= sum;
        }
        return p;
    }
}
