package gradus.proctor.probes;

import gradus.proctor.assertions.Expect;
import gradus.proctor.diagnosis.Contents;
import gradus.proctor.diagnosis.Symptoms;
import gradus.proctor.diagnosis.Tolerance;
import gradus.proctor.failure.AssertionFailure;
import gradus.proctor.failure.CheckFault;
import gradus.proctor.format.JavaLiterals;
import gradus.proctor.format.SignificantDigits;
import gradus.proctor.format.ValueFormatter;
import gradus.proctor.random.SplitMix64;
import gradus.proctor.transcript.Event.FailureKind;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;

/// Behavioural tests of models, for errors that raise no exception and still let the model learn something:
/// it isn't causal, ignores the order of positions, or mixes the rows of a batch. A model is a function of
/// rows here, so no type of the library is needed.
///
/// In a sequence a row is a position; in a batch it is an example.
public final class ModelProbes {

    private static final Tolerance TOLERANCE = new Tolerance(1e-6, 1e-6);
    private static final long SEED = 20_240;

    private ModelProbes() {}

    /// Asserts causality: the output at a position doesn't depend on inputs at later positions.
    ///
    /// @param call the call with the sequence `x`, as a learner would write it: `attention.forward(x)`
    public static void isCausal(String call, UnaryOperator<double[][]> model, double[][] x, String why) {
        requireRows(x, 2);
        double[][] before = rows(call, model, x, x.length);
        for (int changed = x.length - 1; changed > 0; changed--) {
            double[][] other = copy(x);
            perturb(other[changed], changed);
            double[][] after = rows(call, model, other, x.length);
            for (int t = 0; t < changed; t++) {
                if (!TOLERANCE.isClose(before[t], after[t])) {
                    throw failed(
                            "row " + t + " of " + call,
                            ValueFormatter.format(before[t]) + ", whatever is in row " + changed + " of x",
                            ValueFormatter.format(after[t]) + " when row " + changed + " of x changes",
                            why,
                            "causality");
                }
            }
        }
    }

    /// Asserts that the output at the last position depends on the order of earlier positions.
    public static void dependsOnOrder(String call, UnaryOperator<double[][]> model, double[][] x, String why) {
        requireRows(x, 3);
        if (TOLERANCE.isClose(x[0], x[1])) {
            throw new CheckFault("the first two rows of x must differ, and both are " + ValueFormatter.format(x[0]));
        }
        double[][] swapped = copy(x);
        double[] first = swapped[0];
        swapped[0] = swapped[1];
        swapped[1] = first;
        int last = x.length - 1;
        double[] before = rows(call, model, x, x.length)[last];
        double[] after = rows(call, model, swapped, x.length)[last];
        if (TOLERANCE.isClose(before, after)) {
            throw failed(
                    "row " + last + " of " + call,
                    "other numbers when rows 0 and 1 of x are swapped",
                    ValueFormatter.format(after) + " in both orders",
                    why,
                    "position");
        }
    }

    /// Asserts that the output for a row doesn't depend on the other rows of the batch.
    public static void treatsRowsIndependently(
            String call, UnaryOperator<double[][]> model, double[][] batch, String why) {
        requireRows(batch, 2);
        double[][] together = rows(call, model, batch, batch.length);
        for (int i = 0; i < batch.length; i++) {
            double[] alone = rows(call, model, new double[][] {batch[i].clone()}, 1)[0];
            if (!TOLERANCE.isClose(alone, together[i])) {
                throw failed(
                        "row " + i + " of " + call,
                        ValueFormatter.format(alone) + ", as for this row alone",
                        ValueFormatter.format(together[i]) + " in a batch of " + batch.length,
                        why,
                        "batch");
            }
        }
    }

    /// Asserts that a model is random in training mode, as with dropout, and deterministic in evaluation
    /// mode.
    ///
    /// @param training the output in training mode; called twice
    /// @param evaluating the output in evaluation mode; called twice
    public static void isRandomOnlyInTraining(
            String call, Callable<double[]> training, Callable<double[]> evaluating, String why) {
        double[] first = output(call + " in evaluation mode", evaluating, why);
        double[] second = output(call + " in evaluation mode", evaluating, why);
        if (!TOLERANCE.isClose(first, second)) {
            throw failed(
                    call + " in evaluation mode, called a second time,",
                    ValueFormatter.format(first) + ", as the first time",
                    ValueFormatter.format(second),
                    why,
                    "train-eval");
        }
        double[] trained = output(call + " in training mode", training, why);
        double[] again = output(call + " in training mode", training, why);
        requireLength(call + " in training mode", first.length, trained.length, "numbers", why);
        if (TOLERANCE.isClose(trained, again) && TOLERANCE.isClose(trained, first)) {
            throw failed(
                    call + " in training mode",
                    "a result that differs from evaluation mode",
                    ValueFormatter.format(trained) + " in both",
                    why,
                    "train-eval");
        }
    }

    /// Asserts that each row of attention weights sums to 1, and that the mean normalised entropy of the rows
    /// is between `minEntropy` and `maxEntropy`. It is 1 for uniform attention, and 0 if all attention is on
    /// one position.
    ///
    /// @return the mean normalised entropy
    public static double hasAttentionEntropy(
            String call, double[][] weights, double minEntropy, double maxEntropy, String why) {
        CheckFault.requireWithin("the smallest entropy", minEntropy, 0, 1, "from 0 to 1");
        CheckFault.requireWithin("the largest entropy", maxEntropy, minEntropy, 1, "from the smallest entropy to 1");
        requireNumbers("the rows of " + call, weights, why);
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            double total = 0;
            double entropy = 0;
            for (double weight : weights[i]) {
                if (weight < 0) {
                    throw failed(
                            "row " + i + " of " + call,
                            "weights of at least 0",
                            ValueFormatter.format(weights[i]),
                            why,
                            "not-shares");
                }
                total += weight;
                entropy -= weight > 0 ? weight * Math.log(weight) : 0;
            }
            if (!(Math.abs(total - 1) <= 1e-5)) {
                throw failed(
                        "the sum of row " + i + " of " + call, "1", SignificantDigits.six(total), why, "not-shares");
            }
            sum += entropy / Math.log(Math.max(2, weights[i].length));
        }
        double mean = sum / weights.length;
        if (!(mean >= minEntropy && mean <= maxEntropy)) {
            throw failed(
                    "the mean normalised entropy of the rows of " + call,
                    "from " + JavaLiterals.number(minEntropy) + " to " + JavaLiterals.number(maxEntropy),
                    SignificantDigits.three(mean)
                            + (mean > maxEntropy ? ": almost uniform" : ": almost all on one position"),
                    why,
                    mean > maxEntropy ? "attention-uniform" : "attention-collapsed");
        }
        return mean;
    }

    private static double[][] rows(String call, UnaryOperator<double[][]> model, double[][] x, int count) {
        double[][] out = Expect.calling(call, () -> model.apply(copy(x))).result();
        requireLength(call, count, out.length, "rows", "each row of x gives one row");
        for (int i = 0; i < count; i++) {
            requireNumbers("row " + i + " of " + call, out[i], "each row of x gives a row of finite numbers");
        }
        return copy(out);
    }

    private static double[] output(String call, Callable<double[]> mode, String why) {
        double[] out = Expect.calling(call, mode).result();
        requireNumbers(call, out, why);
        return out.clone();
    }

    /// Models of NaN or of nothing would satisfy every probe.
    static void requireNumbers(String subject, Object value, String why) {
        Object got = Expect.calling(subject, () -> value).result();
        if (Contents.isNothing(got) || !Contents.isFinite(got)) {
            throw AssertionFailure.of(
                    FailureKind.MISMATCH,
                    subject,
                    "at least one number, and finite ones only",
                    ValueFormatter.format(got),
                    why,
                    Symptoms.of(got));
        }
    }

    private static void requireLength(String subject, int expected, int got, String unit, String why) {
        if (got != expected) {
            throw failed(subject, expected + " " + unit, got + " " + unit, why, "length@" + got + "/" + expected);
        }
    }

    private static void requireRows(double[][] x, int smallest) {
        CheckFault.requireAtLeast("the number of rows of x", x.length, smallest);
        for (double[] row : x) {
            if (row.length == 0 || !Contents.isFinite(row)) {
                throw new CheckFault(
                        "each row of x must have at least one finite number, and one is " + ValueFormatter.format(row));
            }
        }
    }

    private static void perturb(double[] row, int seedOffset) {
        var random = new SplitMix64(SEED + seedOffset);
        for (int j = 0; j < row.length; j++) {
            row[j] += random.uniform(1, 2);
        }
    }

    private static double[][] copy(double[][] rows) {
        double[][] copy = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            copy[i] = rows[i].clone();
        }
        return copy;
    }

    private static AssertionFailure failed(String call, String expected, String got, String why, String symptom) {
        return AssertionFailure.of(FailureKind.MISMATCH, call, expected, got, why, List.of(symptom));
    }
}
