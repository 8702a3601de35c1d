package gradus.figures.vectors;

import gradus.ml.linalg.Vector;
import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// All angles between forty random vectors, as a histogram; the more components, the nearer to a right angle.
public final class AnglesInManyDimensions implements Figure {

    private static final int VECTORS = 40;
    private static final int BARS = 15;
    private static final double BAR = 180.0 / BARS;

    @Override
    public List<Control> controls() {
        return List.of(
                new Control.Slider("power", "dimension: 2 to the power of", 1, 10, 1, 1),
                new Control.Slider("shift", "added to every component", 0, 2, 0.25, 0));
    }

    @Override
    public Picture draw(ControlValues controlValues) {
        int dimension = 1 << (int) Math.rint(controlValues.number("power"));
        double shift = controlValues.number("shift");
        double[] angles = angles(cloud(dimension, shift));
        Plot plot = Plot.of(0, 180, 0, 1).axes("angle between two of the vectors, in degrees", "fraction of the pairs");
        for (int bar = 0; bar < BARS; bar++) {
            double share = share(angles, bar * BAR, (bar + 1) * BAR);
            plot.rectangle(bar * BAR + 0.5, 0, (bar + 1) * BAR - 0.5, share, "s1");
        }
        plot.segment(90, 0, 90, 1, "ink");
        plot.text(0, 1, 10, 20, "start", dimension + " components", "ink");
        return plot.picture(said(dimension, shift, angles));
    }

    private static String said(int dimension, double shift, double[] angles) {
        double sum = 0;
        double least = 180;
        double most = 0;
        for (double angle : angles) {
            sum += angle;
            least = Math.min(least, angle);
            most = Math.max(most, angle);
        }
        return String.format(
                Locale.ROOT,
                "%d angles between %d random vectors of %d components%s: %.0f° on average, from %.0f° to %.0f°; "
                        + "%.0f %% are within 6° of a right angle.",
                angles.length,
                VECTORS,
                dimension,
                shift == 0 ? "" : ", with " + shift + " added to each component",
                sum / angles.length,
                least,
                most,
                100 * share(angles, 84, 96));
    }

    private static List<Vector> cloud(int dimension, double shift) {
        var random = new Random(3);
        var cloud = new ArrayList<Vector>();
        for (int i = 0; i < VECTORS; i++) {
            double[] components = new double[dimension];
            for (int j = 0; j < dimension; j++) {
                components[j] = random.nextGaussian() + shift;
            }
            cloud.add(Vector.of(components));
        }
        return cloud;
    }

    private static double[] angles(List<Vector> cloud) {
        double[] angles = new double[VECTORS * (VECTORS - 1) / 2];
        int next = 0;
        for (int i = 0; i < VECTORS; i++) {
            for (int j = 0; j < i; j++) {
                angles[next++] = Math.toDegrees(Math.acos(cloud.get(i).cosine(cloud.get(j))));
            }
        }
        return angles;
    }

    /// The fraction of `angles` from `from` up to but not including `to`; 180 counts in the last bar.
    private static double share(double[] angles, double from, double to) {
        int count = 0;
        for (double angle : angles) {
            if (angle >= from && (angle < to || to >= 180)) {
                count++;
            }
        }
        return (double) count / angles.length;
    }
}
