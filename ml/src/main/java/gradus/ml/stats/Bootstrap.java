package gradus.ml.stats;

import gradus.ml.numbers.Probit;
import gradus.ml.numbers.Rng;
import gradus.ml.numbers.SampleStatistics;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/// Bootstrap: estimates the uncertainty of a statistic from *resamples*, which are drawn from the sample
/// *with* replacement and have its size. The distribution of the statistic over the resamples approximates
/// its sampling distribution.
///
/// A statistic is any function of a sample, such as [SampleStatistics#median]. It is evaluated once per
/// resample, on an array that is reused for the next one; it must not keep a reference to the array.
///
/// Source: B. Efron and R. Tibshirani, *An Introduction to the Bootstrap* (1993).
///
/// @param resamples number of resamples, ≥ 2; 2 000 are usually enough for a confidence interval
public record Bootstrap(int resamples) {

    /// @throws IllegalArgumentException if `resamples` is less than 2
    public Bootstrap {
        Require.atLeast("the number of resamples of a bootstrap", resamples, 2);
    }

    /// The bootstrap standard error: the standard deviation of the statistic over the resamples.
    ///
    /// @param x shape `(n)`, n ≥ 2, finite
    /// @throws IllegalArgumentException if `x` is too short or a value is not finite, or a statistic is not
    ///     finite
    public double standardError(double[] x, ToDoubleFunction<double[]> statistic, Rng rng) {
        return SampleStatistics.standardDeviation(replicates(x, statistic, rng), 1);
    }

    /// The percentile interval: the quantiles `(1 − level)/2` and `(1 + level)/2` of the statistic over the
    /// resamples. Simple, but too narrow for small samples.
    ///
    /// @param x shape `(n)`, n ≥ 2, finite
    /// @param level confidence level, > 0 and < 1, such as 0.95
    /// @throws IllegalArgumentException if `x` is too short, a value or a statistic is not finite, or `level`
    ///     is out of range
    public Interval percentileInterval(double[] x, ToDoubleFunction<double[]> statistic, double level, Rng rng) {
        Require.level(level);
        double[] endpoints =
                SampleStatistics.quantiles(replicates(x, statistic, rng), (1 - level) / 2, (1 + level) / 2);
        return new Interval(endpoints[0], endpoints[1]);
    }

    /// The bias-corrected and accelerated (BCa) interval: the percentile interval with corrected quantile
    /// levels. The bias correction comes from the fraction of resamples whose statistic is below that of the
    /// sample (ties count half). The acceleration, which corrects for skewness, comes from the jackknife: n
    /// more evaluations of the statistic, each on the sample with one value left out. SciPy's `bootstrap`
    /// uses this method by default.
    ///
    /// Source: B. Efron, Better Bootstrap Confidence Intervals, J. Am. Stat. Assoc. 82 (1987).
    ///
    /// @param x shape `(n)`, n ≥ 3, finite
    /// @param level confidence level, > 0 and < 1, such as 0.95
    /// @throws IllegalArgumentException if `x` is too short, a value or a statistic is not finite, or `level`
    ///     is out of range
    public Interval bcaInterval(double[] x, ToDoubleFunction<double[]> statistic, double level, Rng rng) {
        Require.level(level);
        SampleStatistics.requireSample("a BCa interval", x, 3);
        double[] replicates = replicates(x, statistic, rng);
        double observed = statistic.applyAsDouble(x.clone());
        Require.finite("the statistic of the sample", observed);
        double below = 0;
        for (double replicate : replicates) {
            below += replicate < observed ? 1 : replicate == observed ? 0.5 : 0;
        }
        // Keep away from 0 and 1: if all replicates lie on one side, the normal quantile would be infinite.
        double fractionBelow = Math.clamp(below / resamples, 0.5 / resamples, 1 - 0.5 / resamples);
        double bias = Probit.of(fractionBelow);
        double acceleration = acceleration(x, statistic);
        double low = adjustedLevel((1 - level) / 2, bias, acceleration);
        double high = adjustedLevel((1 + level) / 2, bias, acceleration);
        double[] endpoints = SampleStatistics.quantiles(replicates, low, high);
        return new Interval(endpoints[0], endpoints[1]);
    }

    private static double adjustedLevel(double p, double bias, double acceleration) {
        double z = bias + Probit.of(p);
        double stretch = 1 - acceleration * z;
        // Beyond the pole of the correction, the level would come back from the other side.
        return stretch > 0 ? Normal.standard().cdf(bias + z / stretch) : z > 0 ? 1 : 0;
    }

    /// The acceleration `Σd³ / (6·(Σd²)^(3/2))`, where d is the mean of the jackknife values minus each of
    /// them. It is proportional to their skewness.
    private static double acceleration(double[] x, ToDoubleFunction<double[]> statistic) {
        double[] jackknifeValues = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double[] rest = new double[x.length - 1];
            System.arraycopy(x, 0, rest, 0, i);
            System.arraycopy(x, i + 1, rest, i, x.length - 1 - i);
            jackknifeValues[i] = statistic.applyAsDouble(rest);
            Require.finite("the statistic of the sample without value " + i, jackknifeValues[i]);
        }
        double squares = 0;
        double cubes = 0;
        // In any unit, the quotient is the same.
        for (double deviation : Centred.of(jackknifeValues).deviations()) {
            squares += deviation * deviation;
            cubes -= deviation * deviation * deviation;
        }
        return squares == 0 ? 0 : cubes / (6 * StrictMath.pow(squares, 1.5));
    }

    private double[] replicates(double[] x, ToDoubleFunction<double[]> statistic, Rng rng) {
        SampleStatistics.requireSample("a bootstrap", x, 2);
        double[] resample = new double[x.length];
        double[] replicates = new double[resamples];
        for (int resampleIndex = 0; resampleIndex < resamples; resampleIndex++) {
            Arrays.setAll(resample, i -> x[rng.nextInt(x.length)]);
            replicates[resampleIndex] = statistic.applyAsDouble(resample);
            Require.finite("the statistic of a resample", replicates[resampleIndex]);
        }
        return replicates;
    }
}
