public final class Rng {

    public int choice(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("weight " + weight);
            }
            sum += weight;
        }
        if (!(sum > 0 && sum < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("sum " + sum);
        }
        double at = nextDouble();
        double end = 0;
        for (int i = 0; i < weights.length; i++) {
            end += weights[i] / sum;
            if (at < end) {
                return i;
            }
        }
        return weights.length - 1;
    }
}
