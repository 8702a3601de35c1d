package gradus.ml.nn;

/// The learning rate at each step, counted from 0.
@FunctionalInterface
public interface Schedule {

    double rate(long step);

    /// The same at every step.
    static Schedule constant(double rate) {
        return _ -> rate;
    }

    /// Rises evenly over the first `warmUp` steps, from `rate / warmUp` to `rate`, then falls along half a
    /// cosine until it is `least` at step `total`, and stays there: I. Loshchilov and F. Hutter, "SGDR",
    /// 2017.
    static Schedule cosine(double rate, double least, long warmUp, long total) {
        if (!(least >= 0 && least <= rate)) {
            throw new IllegalArgumentException(
                    "a rate falls to one between 0 and itself, got a fall from " + rate + " to " + least);
        }
        if (warmUp < 0 || total <= warmUp) {
            throw new IllegalArgumentException(
                    "a schedule warms up before it ends, got " + warmUp + " steps of " + total);
        }
        return step -> {
            if (step < warmUp) {
                return rate * (step + 1) / warmUp;
            }
            double done = Math.min(1, (double) (step - warmUp) / (total - warmUp));
            return least + (rate - least) * 0.5 * (1 + Math.cos(Math.PI * done));
        };
    }

    /// `rate`, multiplied by `factor` every `every` steps.
    static Schedule stepwise(double rate, double factor, long every) {
        if (every < 1) {
            throw new IllegalArgumentException("a rate stays for 1 step at least, got " + every);
        }
        return step -> rate * Math.pow(factor, step / every);
    }
}
