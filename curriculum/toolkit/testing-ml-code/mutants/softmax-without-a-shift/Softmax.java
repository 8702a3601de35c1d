class Softmax {

    public static double[] of(double[] z) {
        if (z.length == 0) {
            throw new IllegalArgumentException("softmax needs at least 1 score, got none");
        }
        double[] p = new double[z.length];
        double sum = 0;
        for (int i = 0; i < z.length; i++) {
            p[i] = Math.exp(z[i]);
            sum += p[i];
        }
        for (int i = 0; i < z.length; i++) {
            p[i] /= sum;
        }
        return p;
    }
}
