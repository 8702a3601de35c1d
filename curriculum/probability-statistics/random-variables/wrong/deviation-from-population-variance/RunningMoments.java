record RunningMoments(long count, double mean, double sumOfSquares, double unit) {

    public RunningMoments update(double x) {
        if (!Double.isFinite(x)) {
            throw new IllegalArgumentException("not finite: " + x);
        }
        if (count == 0) {
            return new RunningMoments(1, x, 0);
        }
        double distance = x - mean;
        double newMean = mean + distance / (count + 1);
        return new RunningMoments(count + 1, newMean, sumOfSquares + distance * (x - newMean));
    }

    public RunningMoments merge(RunningMoments other) {
        if (count == 0) {
            return other;
        }
        if (other.count == 0) {
            return this;
        }
        long total = count + other.count;
        double distance = other.mean - mean;
        double newMean = mean + distance * other.count / total;
        double between = distance * distance * count * other.count / total;
        return new RunningMoments(total, newMean, sumOfSquares + other.sumOfSquares + between);
    }

    public RunningMoments rescale(double factor, double shift) {
        if (!Double.isFinite(factor) || !Double.isFinite(shift)) {
            throw new IllegalArgumentException("not finite: " + factor + ", " + shift);
        }
        return new RunningMoments(count, factor * mean + shift, factor * factor * sumOfSquares);
    }

    public double variance() {
        return count < 2 ? Double.NaN : sumOfSquares / (count - 1);
    }

    public double populationVariance() {
        return count == 0 ? Double.NaN : sumOfSquares / count;
    }

    public double standardDeviation() {
        return Math.sqrt(populationVariance());
    }
}
