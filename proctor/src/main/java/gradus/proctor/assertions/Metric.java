package gradus.proctor.assertions;

import gradus.proctor.failure.CheckFault;
import gradus.proctor.metric.RecordedMetrics;
import gradus.proctor.metric.ReportChannel;
import gradus.proctor.transcript.Event.Bound;
import gradus.proctor.transcript.Event.Measured;
import gradus.proctor.transcript.Event.Seeded;
import java.util.concurrent.Callable;

/// A number that says how well the learner's code does its work: an accuracy, a loss, a share. A gate records it
/// and sets a threshold; the learner sees both, and `./gradus author measure` measures the metric for many seeds.
///
/// ```java
/// Metric.of("accuracy on the test set", () -> accuracy(Metric.seed(7))).atLeast(0.9, "the library reaches 0.978");
/// ```
public final class Metric {

    private final String name;
    private final CallAssertion<Double> call;

    private Metric(String name, Callable<Double> body) {
        this.name = name;
        call = Expect.calling(name, body).allowingNan();
    }

    /// A metric that `body` computes, with the learner's code.
    ///
    /// @param name what it is, as the learner reads it
    /// @throws CheckFault if the name is blank
    public static Metric of(String name, Callable<Double> body) {
        if (name.isBlank()) {
            throw new CheckFault("a metric needs a name");
        }
        return new Metric(name, body);
    }

    /// The seed for what this check draws: its own when a learner's code is judged, so that the same code gets
    /// the same verdict; another in each run when an author measures the gate.
    ///
    /// @param own the seed of this check
    public static long seed(long own) {
        long seed = RecordedMetrics.seed().orElse(own);
        ReportChannel.send(new Seeded(seed));
        return seed;
    }

    /// Records the metric, and asserts that it is at least `threshold`. NaN and infinities
    /// aren't.
    ///
    /// @return the metric
    public double atLeast(double threshold, String why) {
        return within(Bound.AT_LEAST, threshold, "at least ", why);
    }

    /// Records the metric, and asserts that it is at most `threshold`. NaN and infinities
    /// aren't.
    ///
    /// @return the metric
    public double atMost(double threshold, String why) {
        return within(Bound.AT_MOST, threshold, "at most ", why);
    }

    /// Records the metric without a threshold: one that tells the learner more, or is still to be calibrated.
    ///
    /// @return the metric
    public double recorded() {
        double value = call.result();
        RecordedMetrics.add(new Measured(name, value, Bound.NONE, 0));
        return value;
    }

    private double within(Bound bound, double threshold, String words, String why) {
        if (!Double.isFinite(threshold)) {
            throw new CheckFault("the threshold of the metric \"" + name + "\" must be finite, got " + threshold);
        }
        return call.satisfies(
                value -> {
                    RecordedMetrics.add(new Measured(name, value, bound, threshold));
                    return bound.isMet(value, threshold);
                },
                words
                        + (threshold == Math.rint(threshold)
                                ? Long.toString((long) threshold)
                                : Double.toString(threshold)),
                why);
    }
}
