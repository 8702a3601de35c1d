class Softmax {

    public static double[] of(double[] z) {
        if (z.length == 0) {
            throw new IllegalArgumentException("softmax of no scores");
        }
        double logOfSum = Numerics.logSumExp(z);
        double[] p = new double[z.length];
        for (int i = 0; i < z.length; i++) {
            p[i] = Math.exp(z[i] - logOfSum);
        }
        return p;
    }
}
