package gradus.proctor.probes;

import gradus.proctor.assertions.Expect;
import gradus.proctor.diagnosis.Symptoms;
import gradus.proctor.failure.AssertionFailure;
import gradus.proctor.failure.CheckFault;
import gradus.proctor.format.JavaLiterals;
import gradus.proctor.format.SignificantDigits;
import gradus.proctor.format.ValueFormatter;
import gradus.proctor.random.SplitMix64;
import gradus.proctor.transcript.Event.FailureKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.ToDoubleFunction;

/// Sanity checks of training, for errors that raise no exception: an initial loss of log K, overfitting one
/// small batch, learning nothing from shuffled labels, no dead units, no vanishing or exploding gradients.
///
/// Source: Karpathy, "A recipe for training neural networks", 2019.
public final class TrainingProbes {

    private TrainingProbes() {}

    /// Asserts that the loss before training is within 10 % of log K, the loss of guessing among K =
    /// `classes` classes.
    public static void startsAtLogK(String call, DoubleSupplier loss, int classes, String why) {
        CheckFault.requireAtLeast("the number of classes", classes, 2);
        double got = Expect.calling(call, loss::getAsDouble).result();
        double expected = Math.log(classes);
        if (!(Math.abs(got - expected) <= 0.1 * expected)) {
            var symptoms = new ArrayList<String>(Symptoms.of(got));
            if (Math.abs(got - expected / Math.log(2)) <= 0.02 * expected) {
                symptoms.add("ratio:1/ln2");
            }
            symptoms.add("initial-loss");
            throw failed(
                    call + " before any training",
                    "about log " + classes + " = " + SignificantDigits.three(expected),
                    SignificantDigits.three(got),
                    why,
                    symptoms);
        }
    }

    /// Asserts that the model can overfit one small batch.
    ///
    /// @param step makes one training step on the same batch and returns the loss before it
    /// @param maxLossRatio the largest allowed ratio of the last to the first loss, such as 0.01
    public static void learnsOneBatch(String call, DoubleSupplier step, int steps, double maxLossRatio, String why) {
        CheckFault.requireAtLeast("the number of steps", steps, 2);
        CheckFault.requireWithin(
                "the largest loss ratio", maxLossRatio, 0, Math.nextDown(1.0), "at least 0 and less than 1");
        double first = Expect.calling(call, step::getAsDouble).result();
        if (!(first > 0 && Double.isFinite(first))) {
            throw failed(
                    call + " before any training",
                    "a finite loss above 0",
                    SignificantDigits.three(first),
                    why,
                    Symptoms.of(first));
        }
        double last = first;
        for (int i = 1; i < steps; i++) {
            last = Expect.calling(call, step::getAsDouble).result();
        }
        if (!(last <= maxLossRatio * first && last >= 0)) {
            var symptoms = new ArrayList<String>(Symptoms.of(last));
            symptoms.add(last > first ? "overfit:rises" : "overfit");
            throw failed(
                    "the loss after " + steps + " calls of " + call + " on the same batch",
                    (last < 0 ? "at least 0, and at most " : "at most ")
                            + SignificantDigits.three(maxLossRatio * first),
                    SignificantDigits.three(last) + ", starting from " + SignificantDigits.three(first),
                    why,
                    symptoms);
        }
    }

    /// Asserts that after training on shuffled labels the test accuracy is no better than that of predicting
    /// the most frequent class, up to five standard errors. A better one shows a leak.
    ///
    /// @param labels the labels of the training set
    /// @param accuracy trains with the labels it is given, and returns the accuracy on the test set
    /// @param testRows the number of rows in the test set
    public static void learnsNothingFromShuffledLabels(
            String call, int[] labels, ToDoubleFunction<int[]> accuracy, int testRows, String why) {
        CheckFault.requireAtLeast("the number of test rows", testRows, 1);
        if (Arrays.stream(labels).distinct().count() < 2) {
            throw new CheckFault(
                    "labels to be shuffled must be of at least two classes, and are " + ValueFormatter.format(labels));
        }
        int[] shuffled = labels.clone();
        var random = new SplitMix64(7);
        for (int i = shuffled.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = shuffled[i];
            shuffled[i] = shuffled[other];
            shuffled[other] = kept;
        }
        double baseline = majorityFraction(labels);
        double maxAccuracy = baseline + 5 * Math.sqrt(baseline * (1 - baseline) / testRows);
        double got =
                Expect.calling(call, () -> accuracy.applyAsDouble(shuffled)).result();
        if (!(got <= maxAccuracy && got >= 0)) {
            throw failed(
                    "the accuracy of " + call + " with shuffled labels",
                    (got < 0 ? "at least 0, and at most " : "at most ") + SignificantDigits.three(maxAccuracy)
                            + ", the accuracy of guessing",
                    SignificantDigits.three(got) + " on " + testRows + " test rows",
                    why,
                    List.of("leak"));
        }
    }

    /// Asserts that at most a fraction `maxDeadFraction` of the units is dead: 0 for every row.
    ///
    /// @param activations the outputs of the units, of shape (rows, units)
    public static void unitsLive(String call, double[][] activations, double maxDeadFraction, String why) {
        CheckFault.requireWithin(
                "the largest fraction of dead units",
                maxDeadFraction,
                0,
                Math.nextDown(1.0),
                "at least 0 and less than 1");
        ModelProbes.requireNumbers("the units of " + call, activations, why);
        int units = activations[0].length;
        for (double[] row : activations) {
            Expect.that(row.length == units, "a row of the units of " + call, units + " numbers", row, why);
        }
        int dead = 0;
        for (int j = 0; j < units; j++) {
            boolean alive = false;
            for (double[] row : activations) {
                alive |= row[j] != 0;
            }
            dead += alive ? 0 : 1;
        }
        if (dead > maxDeadFraction * units) {
            throw failed(
                    "the units of " + call + " that are 0 for every row",
                    "at most " + (int) (maxDeadFraction * units) + " of " + units,
                    dead + " of " + units,
                    why,
                    List.of("dead-units"));
        }
    }

    /// Asserts that gradients neither vanish nor explode: the largest gradient norm of a layer is at most
    /// `maxRatio` times the smallest.
    ///
    /// @param norms the norm of the gradient of each layer, the first layer first
    public static void gradientsFlow(String call, double[] norms, double maxRatio, String why) {
        CheckFault.requireWithin("the largest ratio", maxRatio, 1, Double.MAX_VALUE, "a finite number of at least 1");
        Expect.calling("the gradient norms of " + call, () -> norms).result();
        Expect.that(
                norms.length > 1,
                "the gradient norms of the layers of " + call,
                "those of at least two layers",
                ValueFormatter.format(norms),
                why);
        int smallest = 0;
        int largest = 0;
        for (int i = 0; i < norms.length; i++) {
            if (!(norms[i] >= 0 && Double.isFinite(norms[i]))) {
                throw failed(
                        "the gradient norm of layer " + i + " of " + call,
                        "a finite norm of at least 0",
                        JavaLiterals.number(norms[i]),
                        why,
                        Symptoms.of(norms[i]));
            }
            smallest = norms[i] < norms[smallest] ? i : smallest;
            largest = norms[i] > norms[largest] ? i : largest;
        }
        if (norms[smallest] == 0 || !(norms[largest] <= maxRatio * norms[smallest])) {
            throw failed(
                    "the gradient norms of the layers of " + call,
                    "norms within a factor of " + JavaLiterals.number(maxRatio),
                    SignificantDigits.three(norms[smallest]) + " in layer " + smallest + " and "
                            + SignificantDigits.three(norms[largest]) + " in layer " + largest,
                    why,
                    List.of(
                            norms[smallest] == 0
                                    ? "gradient-cut"
                                    : smallest < largest ? "gradient-vanishes" : "gradient-explodes"));
        }
    }

    private static double majorityFraction(int[] labels) {
        int maxCount = 0;
        for (int label : labels) {
            int count = 0;
            for (int other : labels) {
                count += other == label ? 1 : 0;
            }
            maxCount = Math.max(maxCount, count);
        }
        return (double) maxCount / labels.length;
    }

    private static AssertionFailure failed(
            String call, String expected, String got, String why, List<String> symptoms) {
        return AssertionFailure.of(FailureKind.MISMATCH, call, expected, got, why, symptoms);
    }
}
