record RunningMoments(long count, double mean, double sumOfSquares, double unit) {

    public RunningMoments update(double x) {
        if (Double.isNaN(x) || Double.isInfinite(x)) {
            throw new IllegalArgumentException("a value must be finite, got " + x);
        }
        if (count == 0) {
            return new RunningMoments(1, x, 0);
        }
        long n = count + 1;
        double delta = x - mean;
        return new RunningMoments(n, mean + delta / n, sumOfSquaredDeviations() + delta * delta * count / n);
    }

    public RunningMoments merge(RunningMoments other) {
        if (count() == 0) {
            return other;
        }
        if (other.count() == 0) {
            return this;
        }
        double n = count() + other.count();
        double delta = other.mean() - mean();
        double squares = sumOfSquaredDeviations() + other.sumOfSquaredDeviations();
        double newMean = (count() * mean() + other.count() * other.mean()) / n;
        return new RunningMoments((long) n, newMean, squares + delta * delta * (count() * other.count() / n));
    }

    public RunningMoments rescale(double factor, double shift) {
        if (!Double.isFinite(factor + shift)) {
            throw new IllegalArgumentException("factor and shift must be finite, got " + factor + " and " + shift);
        }
        return new RunningMoments(count, factor * mean + shift, Math.pow(factor, 2) * sumOfSquares);
    }

    public double variance() {
        if (count < 2) {
            return Double.NaN;
        }
        return sumOfSquares / (count - 1.0);
    }

    public double populationVariance() {
        return sumOfSquares / count;
    }

    public double standardDeviation() {
        return Math.sqrt(variance());
    }
}
