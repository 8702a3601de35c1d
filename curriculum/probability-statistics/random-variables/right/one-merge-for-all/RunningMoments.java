record RunningMoments(long count, double mean, double sumOfSquares, double unit) {

    /// One value is a part of its own.
    public RunningMoments update(double x) {
        if (!Double.isFinite(x)) {
            throw new IllegalArgumentException("not finite: " + x);
        }
        return merge(new RunningMoments(1, x, 0));
    }

    /// Each part as so many values at its mean, plus the spread around that mean.
    public RunningMoments merge(RunningMoments other) {
        if (count == 0 || other.count == 0) {
            return count > other.count ? this : other;
        }
        long n = count + other.count;
        double centre = mean + (other.mean - mean) * ((double) other.count / n);
        double squares = 0;
        for (RunningMoments part : new RunningMoments[] {this, other}) {
            double distance = part.mean - centre;
            squares += part.sumOfSquares + part.count * distance * distance;
        }
        return new RunningMoments(n, centre, squares);
    }

    public RunningMoments rescale(double factor, double shift) {
        requireFinite(factor);
        requireFinite(shift);
        double stretched = factor * Math.sqrt(sumOfSquares);
        return new RunningMoments(count, Math.fma(factor, mean, shift), stretched * stretched);
    }

    public double variance() {
        return count > 1 ? populationVariance() * count / (count - 1) : Double.NaN;
    }

    public double populationVariance() {
        return count > 0 ? sumOfSquaredDeviations() / count : Double.NaN;
    }

    public double standardDeviation() {
        return Math.pow(variance(), 0.5);
    }

    private static void requireFinite(double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("not finite: " + number);
        }
    }
}
