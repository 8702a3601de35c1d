class Softmax {

    public static double[] of(double[] z) {
        if (z.length == 0) {
            throw new IllegalArgumentException("no scores");
        }
        double largest = Arrays.stream(z).max().orElseThrow();
        double[] p = Arrays.stream(z).map(score -> Math.exp(score - largest)).toArray();
        // From the smallest to the largest
        double sum = 0;
        for (double term : Arrays.stream(p).sorted().toArray()) {
            sum += term;
        }
        double total = sum;
        return Arrays.stream(p).map(term -> term / total).toArray();
    }
}
