package gradus.proctor;

import gradus.proctor.transcript.Event.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.ToDoubleFunction;

/// Finds errors in training that raise no exception, from what every sound training shows: a first loss
/// of log K, a batch learnt by heart, nothing learnt from shuffled labels, units that live, gradients
/// that reach the first layer.
///
/// Source: Karpathy, "A recipe for training neural networks", 2019.
public final class TrainingProbes {

    private TrainingProbes() {}

    /// That the loss before training is that of guessing among `classes`: log K, up to a tenth.
    public static void startsAtLogK(String call, DoubleSupplier loss, int classes, String why) {
        double got = Expect.calling(call, loss::getAsDouble).result();
        double expected = Math.log(classes);
        if (!(Math.abs(got - expected) <= 0.1 * expected)) {
            var signs = new ArrayList<String>(Signs.of(got));
            if (Math.abs(got - expected / Math.log(2)) <= 0.02 * expected) {
                signs.add("ratio:1/ln2");
            }
            signs.add("initial-loss");
            throw failed(
                    call + " before any training",
                    "about log " + classes + " = " + Digits.three(expected),
                    Digits.three(got),
                    why,
                    signs);
        }
    }

    /// That one small batch can be learnt by heart.
    ///
    /// @param step makes one step on the same batch and gives the loss before it
    /// @param part to which part of the first loss the last must fall: 0.01
    public static void learnsOneBatch(String call, DoubleSupplier step, int steps, double part, String why) {
        double first = Expect.calling(call, step::getAsDouble).result();
        double last = first;
        for (int i = 1; i < steps; i++) {
            last = Expect.calling(call, step::getAsDouble).result();
        }
        if (!(last <= part * first)) {
            var signs = new ArrayList<String>(Signs.of(last));
            signs.add(last > first ? "overfit:rises" : "overfit");
            throw failed(
                    "the loss after " + steps + " times " + call + " on the same batch",
                    "at most " + Digits.three(part * first),
                    Digits.three(last) + ", from " + Digits.three(first) + " at first",
                    why,
                    signs);
        }
    }

    /// That training on shuffled labels gives no better accuracy on other rows than always saying the
    /// most frequent class, up to five standard errors.
    ///
    /// @param labels the labels of the training rows
    /// @param accuracy trains with the labels it is given, and gives the share of right answers on other
    ///     rows
    /// @param tested how many other rows there are
    public static void learnsNothingFromShuffledLabels(
            String call, int[] labels, ToDoubleFunction<int[]> accuracy, int tested, String why) {
        int[] shuffled = labels.clone();
        var chance = new Chance(7);
        for (int i = shuffled.length - 1; i > 0; i--) {
            int other = chance.below(i + 1);
            int kept = shuffled[i];
            shuffled[i] = shuffled[other];
            shuffled[other] = kept;
        }
        double share = mostFrequent(labels);
        double most = share + 5 * Math.sqrt(share * (1 - share) / tested);
        double got =
                Expect.calling(call, () -> accuracy.applyAsDouble(shuffled)).result();
        if (!(got <= most)) {
            throw failed(
                    "the accuracy of " + call + " with shuffled labels",
                    "at most " + Digits.three(most) + ", that of guessing",
                    Digits.three(got) + " on " + tested + " rows",
                    why,
                    List.of("leak"));
        }
    }

    /// That at most a share of `most` of the units is 0 for every row.
    ///
    /// @param activations of shape (rows, units)
    public static void unitsLive(String call, double[][] activations, double most, String why) {
        int units = activations[0].length;
        int dead = 0;
        for (int j = 0; j < units; j++) {
            boolean alive = false;
            for (double[] row : activations) {
                alive |= row[j] != 0;
            }
            dead += alive ? 0 : 1;
        }
        if (dead > most * units) {
            throw failed(
                    "the units of " + call + " that are 0 for every row",
                    "at most " + (int) (most * units) + " of " + units,
                    dead + " of " + units,
                    why,
                    List.of("dead-units"));
        }
    }

    /// That the gradient of no layer is smaller than the largest by more than a factor `most`.
    ///
    /// @param norms of the gradient of each layer, the first layer first
    public static void gradientsFlow(String call, double[] norms, double most, String why) {
        int least = 0;
        int greatest = 0;
        for (int i = 0; i < norms.length; i++) {
            if (Double.isNaN(norms[i]) || Double.isInfinite(norms[i])) {
                throw failed(
                        "the gradient of layer " + i + " of " + call,
                        "a finite length",
                        Written.number(norms[i]),
                        why,
                        Signs.of(norms[i]));
            }
            least = norms[i] < norms[least] ? i : least;
            greatest = norms[i] > norms[greatest] ? i : greatest;
        }
        if (!(norms[greatest] <= most * norms[least])) {
            throw failed(
                    "the gradients of the layers of " + call,
                    "lengths within a factor of " + Written.number(most),
                    Digits.three(norms[least]) + " in layer " + least + " and " + Digits.three(norms[greatest])
                            + " in layer " + greatest,
                    why,
                    List.of(
                            norms[least] == 0
                                    ? "gradient-cut"
                                    : least < greatest ? "gradient-vanishes" : "gradient-explodes"));
        }
    }

    private static double mostFrequent(int[] labels) {
        int most = 0;
        for (int label : labels) {
            int count = 0;
            for (int other : labels) {
                count += other == label ? 1 : 0;
            }
            most = Math.max(most, count);
        }
        return (double) most / labels.length;
    }

    private static Mismatch failed(String call, String expected, String got, String why, List<String> signs) {
        return Mismatch.of(Kind.MISMATCH, call, expected, got, why, signs);
    }
}
