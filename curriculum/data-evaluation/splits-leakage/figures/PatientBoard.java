package gradus.figures.splits_leakage;

import gradus.ml.classic.NearestNeighbour;
import gradus.ml.data.split.TrainTestSplit;
import gradus.ml.numbers.Rng;
import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// Scans of patients whose labels are tosses of a coin. Each test scan is joined to the training scan that answers for
/// it.
public final class PatientBoard implements Figure {

    private static final int PATIENTS = 24;
    private static final int NEW_PATIENTS = 400;
    private static final String ROWS = "scans at random";
    private static final String GROUPS = "patients at random";

    @Override
    public List<Control> controls() {
        return List.of(
                new Control.Select("split", "split", List.of(ROWS, GROUPS), ROWS),
                new Control.Slider("scans", "scans of each patient", 1, 5, 1, 3),
                new Control.Slider("spread", "how far apart the scans of a patient are", 0, 3, 0.25, 0.25),
                new Control.Slider("seed", "seed", 1, 20, 1, 1));
    }

    @Override
    public Picture draw(ControlValues controlValues) {
        int scans = (int) Math.rint(controlValues.number("scans"));
        double spread = controlValues.number("spread");
        Rng rng = Rng.of((long) controlValues.number("seed"));
        int n = PATIENTS * scans;
        double[][] rows = new double[n][];
        int[] labels = new int[n];
        int[] patients = new int[n];
        for (int patient = 0; patient < PATIENTS; patient++) {
            double[] centre = {10 * rng.nextDouble(), 10 * rng.nextDouble()};
            int coin = rng.nextInt(2);
            for (int scan = 0; scan < scans; scan++) {
                int row = patient * scans + scan;
                rows[row] = new double[] {near(centre[0], spread, rng), near(centre[1], spread, rng)};
                labels[row] = coin;
                patients[row] = patient;
            }
        }
        boolean grouped = controlValues.selected("split").equals(GROUPS);
        TrainTestSplit split =
                grouped ? TrainTestSplit.grouped(patients, 0.25, rng) : TrainTestSplit.holdout(n, 0.25, rng);
        int[] train = split.train();
        double[][] known = IntStream.of(train).mapToObj(row -> rows[row]).toArray(double[][]::new);

        Plot plot = Plot.of(-0.5, 10.5, -0.5, 12.4).size(560, 480).axes("first measurement", "second measurement");
        for (int row : train) {
            plot.dot(rows[row][0], rows[row][1], 4, labels[row] == 0 ? "s1" : "s2");
        }
        int right = 0;
        int recognised = 0;
        for (int row : split.test()) {
            int answer = train[NearestNeighbour.nearest(known, rows[row])];
            right += labels[answer] == labels[row] ? 1 : 0;
            recognised += patients[answer] == patients[row] ? 1 : 0;
            plot.segment(rows[row][0], rows[row][1], rows[answer][0], rows[answer][1], "ink");
            plot.dot(rows[row][0], rows[row][1], 7, labels[row] == 0 ? "s1" : "s2");
        }
        int fresh = 0;
        for (int i = 0; i < NEW_PATIENTS; i++) {
            double[] scan = {10 * rng.nextDouble(), 10 * rng.nextDouble()};
            fresh += labels[train[NearestNeighbour.nearest(known, scan)]] == rng.nextInt(2) ? 1 : 0;
        }
        int tested = split.test().length;
        String reported = String.format(
                Locale.ROOT, "on the test set: %d of %d (%.0f %%)", right, tested, 100.0 * right / tested);
        String honest =
                String.format(Locale.ROOT, "on %d new patients: %.0f %%", NEW_PATIENTS, 100.0 * fresh / NEW_PATIENTS);
        plot.text(-0.5, 12.4, 10, 18, "start", reported, "ink");
        plot.text(-0.5, 12.4, 10, 38, "start", honest, "ink");
        return plot.picture("Large dots are test scans, joined to the training scan that answers. Right " + reported
                + "; " + honest + ". In " + recognised + " of " + tested
                + " cases the answer comes from another scan of the same patient.");
    }

    private static double near(double centre, double spread, Rng rng) {
        return Math.clamp(centre + spread * (2 * rng.nextDouble() - 1), 0, 10);
    }
}
