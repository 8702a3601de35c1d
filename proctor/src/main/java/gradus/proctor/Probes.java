package gradus.proctor;

import gradus.proctor.transcript.Event.Kind;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;

/// Finds errors in models that raise no exception and still learn something: what sees the future,
/// ignores order, mixes the rows of a batch. A model is a function of rows, so that no type of a library
/// is needed here.
///
/// In a sequence a row is a position; in a batch it is an example.
public final class Probes {

    private static final Closeness CLOSE = new Closeness(1e-6, 1e-6);
    private static final long SEED = 20_240;

    private Probes() {}

    /// That the output at a position does not depend on inputs at later positions.
    ///
    /// @param call the call with the sequence `x`, as a learner would write it: `attention.forward(x)`
    public static void causal(String call, UnaryOperator<double[][]> model, double[][] x, String why) {
        double[][] before = rows(call, model, x, x.length);
        for (int changed = x.length - 1; changed > 0; changed--) {
            double[][] other = copy(x);
            disturb(other[changed], changed);
            double[][] after = rows(call, model, other, x.length);
            for (int t = 0; t < changed; t++) {
                if (!CLOSE.same(before[t], after[t])) {
                    throw failed(
                            "row " + t + " of " + call,
                            Show.value(before[t]) + ", whatever stands in row " + changed + " of x",
                            Show.value(after[t]) + " when row " + changed + " of x changes",
                            why,
                            "causality");
                }
            }
        }
    }

    /// That the order of earlier positions makes a difference to the last one.
    public static void seesOrder(String call, UnaryOperator<double[][]> model, double[][] x, String why) {
        double[][] swapped = copy(x);
        double[] first = swapped[0];
        swapped[0] = swapped[1];
        swapped[1] = first;
        int last = x.length - 1;
        if (last < 2 || CLOSE.same(x[0], x[1])) {
            throw new IllegalArgumentException("order needs three rows of which the first two differ");
        }
        double[] before = rows(call, model, x, x.length)[last];
        double[] after = rows(call, model, swapped, x.length)[last];
        if (CLOSE.same(before, after)) {
            throw failed(
                    "row " + last + " of " + call,
                    "other numbers when rows 0 and 1 of x change places",
                    Show.value(after) + " in both orders",
                    why,
                    "position");
        }
    }

    /// That each row of a batch gives alone what it gives among the others.
    public static void rowByRow(String call, UnaryOperator<double[][]> model, double[][] batch, String why) {
        double[][] together = rows(call, model, batch, batch.length);
        for (int i = 0; i < batch.length; i++) {
            double[] alone = rows(call, model, new double[][] {batch[i].clone()}, 1)[0];
            if (!CLOSE.same(alone, together[i])) {
                throw failed(
                        "row " + i + " of " + call,
                        Show.value(alone) + ", as for this row alone",
                        Show.value(together[i]) + " in a batch of " + batch.length,
                        why,
                        "batch");
            }
        }
    }

    /// That a model with chance in its training mode uses chance there, and none when it is evaluated.
    ///
    /// @param training the output in training mode; called twice
    /// @param evaluating the output in evaluation mode; called twice
    public static void trainsAndEvaluates(
            String call, Callable<double[]> training, Callable<double[]> evaluating, String why) {
        double[] first = Expect.calling(call, evaluating).result().clone();
        double[] second = Expect.calling(call, evaluating).result();
        if (!CLOSE.same(first, second)) {
            throw failed(
                    call + " in evaluation mode, called a second time,",
                    Show.value(first) + ", as the first time",
                    Show.value(second),
                    why,
                    "train-eval");
        }
        double[] trained = Expect.calling(call, training).result().clone();
        double[] again = Expect.calling(call, training).result();
        if (CLOSE.same(trained, again) && CLOSE.same(trained, first)) {
            throw failed(
                    call + " in training mode",
                    "something else than in evaluation mode",
                    Show.value(trained) + " in both",
                    why,
                    "train-eval");
        }
    }

    /// That the rows of attention weights are shares, and that their mean entropy, as a part of the
    /// greatest one possible, lies between `least` and `most`: near 1 it looks everywhere alike, at 0 at
    /// one place.
    ///
    /// @return that mean part
    public static double attention(String call, double[][] weights, double least, double most, String why) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            double total = 0;
            double entropy = 0;
            for (double weight : weights[i]) {
                total += weight;
                entropy -= weight > 0 ? weight * Math.log(weight) : 0;
            }
            if (!(Math.abs(total - 1) <= 1e-5)) {
                throw failed("the sum of row " + i + " of " + call, "1", Digits.six(total), why, "not-shares");
            }
            sum += entropy / Math.log(Math.max(2, weights[i].length));
        }
        double mean = sum / weights.length;
        if (!(mean >= least && mean <= most)) {
            throw failed(
                    "the entropy of the rows of " + call + ", as a part of the greatest possible",
                    "from " + Written.number(least) + " to " + Written.number(most),
                    Digits.three(mean) + (mean > most ? ": every place counts about alike" : ": one place takes all"),
                    why,
                    mean > most ? "attention-uniform" : "attention-collapsed");
        }
        return mean;
    }

    private static double[][] rows(String call, UnaryOperator<double[][]> model, double[][] x, int count) {
        double[][] out = Expect.calling(call, () -> model.apply(copy(x))).result();
        if (out.length != count) {
            throw failed(
                    call,
                    count + " rows",
                    out.length + " rows",
                    "each row of x gives a row",
                    "length@" + out.length + "/" + count);
        }
        return copy(out);
    }

    private static void disturb(double[] row, int number) {
        var chance = new Chance(SEED + number);
        for (int j = 0; j < row.length; j++) {
            row[j] += chance.between(1, 2);
        }
    }

    private static double[][] copy(double[][] rows) {
        double[][] copy = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            copy[i] = rows[i].clone();
        }
        return copy;
    }

    private static Mismatch failed(String call, String expected, String got, String why, String sign) {
        return Mismatch.of(Kind.MISMATCH, call, expected, got, why, List.of(sign));
    }
}
