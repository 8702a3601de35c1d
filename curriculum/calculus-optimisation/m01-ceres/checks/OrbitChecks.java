package gradus.checks.m01_ceres;

import gradus.checks.m01_ceres.SkyChecks.Elements;
import gradus.checks.m01_ceres.SkyChecks.Sighting;
import gradus.ml.calculus.Dual;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Qr;
import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Rng;
import gradus.proctor.assertions.Metric;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import gradus.proctor.report.Report;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The orbit that fits 24 measurements best, by Gauss and Newton's method with the learner's derivatives and least
/// squares, and where it says to look.
class OrbitChecks {

    private static final int SKIES = 8;
    private static final int ELLIPSE = 6;
    private static final double ARC_SECONDS = 3600 / SkyChecks.DEGREE;

    @Test
    @DisplayName("the best ellipse through 41 days says where to look 323 days later")
    void ellipse() {
        double[] off = new double[SKIES];
        double[] errors = new double[SKIES];
        Metric.of("degrees off on 31 December, median of 8 skies", () -> {
                    for (int sky = 0; sky < SKIES; sky++) {
                        Sighting[] seen = sightings(sky);
                        Fit fit = Fit.best(seen, ELLIPSE);
                        off[sky] = offOnTheLastDay(fit.elements());
                        errors[sky] = fit.error();
                        Report.point("degrees off on 31 December, ellipse", sky + 1, off[sky]);
                        Report.picture("Where to look on 31 December 1801", picture(fit.elements()));
                        Report.progress(sky + 1, SKIES + 1);
                    }
                    return median(off);
                })
                .atMost(0.7, "the library's ellipse misses by half a degree, the width of the moon");
        Metric.of(
                        "degrees off in the worst of 8 skies",
                        () -> Arrays.stream(off).max().orElseThrow())
                .recorded();
        Metric.of("error of a measurement in arc-seconds, median of 8 skies", () -> median(errors))
                .atMost(7, "the measurements err by 5 arc-seconds, so a right orbit leaves about as much");
        Metric.of("error in arc-seconds that the orbit leaves", () -> median(errors))
                .atLeast(3, "an orbit that leaves less than the measurements err has bent itself to their errors");
    }

    @Test
    @DisplayName("the best circle through the same nights misses it")
    void circle() {
        Metric.of("degrees off on 31 December, with the best circle", () -> {
                    Fit fit = Fit.best(sightings(0), ELLIPSE - 2);
                    double off = offOnTheLastDay(fit.elements());
                    Report.point("degrees off on 31 December, circle", 1, off);
                    Report.progress(SKIES + 1, SKIES + 1);
                    return off;
                })
                .atLeast(5, "a circle has no place for how much the speed changes");
    }

    private static Sighting[] sightings(int sky) {
        return SkyChecks.sightings(Rng.of(Metric.seed(7) * 1000 + sky));
    }

    private static double offOnTheLastDay(Vector elements) {
        return SkyChecks.degrees(
                SkyChecks.seen(elements, SkyChecks.FOUND), SkyChecks.seen(Elements.CERES, SkyChecks.FOUND));
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    /// An orbit, and the error that it leaves in each number that was measured, in arc-seconds.
    private record Fit(Vector elements, double error) {

        private static final int MOST_STEPS = 60;

        /// The best of the orbits that are reached from four distances and two places.
        ///
        /// @param free how many of the elements are fitted: 6, or 4 for a circle, whose e is 0
        static Fit best(Sighting[] seen, int free) {
            Fit best = new Fit(Vector.of(new double[ELLIPSE]), Double.POSITIVE_INFINITY);
            for (double distance : new double[] {2, 2.5, 3, 3.5}) {
                for (double place : new double[] {50, 70}) {
                    Fit fit = from(Vector.of(distance, 0, 0, 0.1, 0.05, place * SkyChecks.DEGREE), seen, free);
                    best = fit.error < best.error ? fit : best;
                }
            }
            return best;
        }

        private static Fit from(Vector start, Sighting[] seen, int free) {
            Vector at = start;
            double error = norm(at, seen);
            double damping = 1e-6;
            for (int step = 0; step < MOST_STEPS && damping < 1e9; step++) {
                Vector next = at.plus(step(at, seen, free, damping));
                double nextError = next.get(0) > 0.5 && eccentricity(next) < 0.8 ? norm(next, seen) : Double.NaN;
                if (nextError < error) {
                    boolean small = error - nextError < 1e-9 * error;
                    at = next;
                    error = nextError;
                    damping /= 5;
                    if (small) {
                        break;
                    }
                } else {
                    damping *= 8;
                }
            }
            return new Fit(at, error / Math.sqrt(2 * seen.length - free));
        }

        /// The step that least squares finds best if the errors change as their derivatives say, not too far away.
        private static Vector step(Vector at, Sighting[] seen, int free, double damping) {
            int[] which = free == ELLIPSE ? new int[] {0, 1, 2, 3, 4, 5} : new int[] {0, 3, 4, 5};
            Dual[][] columns = IntStream.of(which)
                    .mapToObj(i -> errors(inDirection(at, i), seen))
                    .toArray(Dual[][]::new);
            int m = 2 * seen.length;
            double[] lengths = new double[free];
            Arrays.setAll(
                    lengths,
                    c -> Math.sqrt(Arrays.stream(columns[c])
                            .mapToDouble(each -> each.derivative() * each.derivative())
                            .sum()));
            Matrix jacobian = Matrix.from(
                    m + free,
                    free,
                    (r, c) -> r < m
                            ? columns[c][r].derivative()
                            : r - m == c ? Math.sqrt(damping) * Math.max(1e-9, lengths[c]) : 0);
            Vector wanted = Vector.from(m + free, r -> r < m ? -columns[0][r].value() : 0);
            double[] step = new double[ELLIPSE];
            try {
                Vector solution = Qr.of(jacobian).leastSquares(wanted);
                for (int c = 0; c < free; c++) {
                    step[which[c]] = solution.get(c);
                }
            } catch (ArithmeticException | IllegalArgumentException _) {
                // Equations that can't be solved leave the orbit where it is, with more damping next time.
            }
            return Vector.of(step);
        }

        private static Dual[] inDirection(Vector at, int which) {
            return IntStream.range(0, at.size())
                    .mapToObj(i -> i == which ? Dual.variable(at.get(i)) : Dual.constant(at.get(i)))
                    .toArray(Dual[]::new);
        }

        private static double norm(Vector at, Sighting[] seen) {
            Dual[] errors = errors(SkyChecks.constants(at), seen);
            return Math.sqrt(Arrays.stream(errors)
                    .mapToDouble(each -> each.value() * each.value())
                    .sum());
        }

        /// How far the orbit passes each measurement by, to the east and to the north, in arc-seconds.
        private static Dual[] errors(Dual[] elements, Sighting[] seen) {
            Dual[] errors = new Dual[2 * seen.length];
            for (int night = 0; night < seen.length; night++) {
                Dual[] planet = SkyChecks.position(elements, seen[night].day());
                double[] earth = SkyChecks.earth(seen[night].day());
                Dual[] from = IntStream.range(0, 3)
                        .mapToObj(axis -> planet[axis].minus(earth[axis]))
                        .toArray(Dual[]::new);
                Dual distance = along(from, seen[night].toward());
                errors[2 * night] =
                        along(from, seen[night].east()).dividedBy(distance).times(ARC_SECONDS);
                errors[2 * night + 1] =
                        along(from, seen[night].north()).dividedBy(distance).times(ARC_SECONDS);
            }
            return errors;
        }

        private static Dual along(Dual[] vector, double[] axis) {
            return vector[0].times(axis[0]).plus(vector[1].times(axis[1])).plus(vector[2].times(axis[2]));
        }
    }

    private static double eccentricity(Vector elements) {
        return Math.hypot(elements.get(1), elements.get(2));
    }

    /// The orbits from above: the sun, the earth's, and the one that was found, with its 41 days and the place to look.
    private static Picture picture(Vector elements) {
        var plot = Plot.of(-4, 4, -3.2, 3.2).size(500, 400);
        plot.axes("towards the point of spring (astronomical units)", "");
        double[][] planet = path(elements, 1700);
        plot.line(planet[0], planet[1], "s1");
        double[][] earth = earthPath();
        plot.line(earth[0], earth[1], "muted");
        plot.dot(0, 0, 6, "s3");
        for (int day = 0; day <= 41; day += 4) {
            dot(plot, elements, day, "s2", 3);
        }
        dot(plot, elements, SkyChecks.FOUND, "s2", 6);
        double[] here = SkyChecks.earth(SkyChecks.FOUND);
        plot.dot(here[0], here[1], 4, "ink");
        return plot.picture(String.format(
                Locale.ROOT,
                "From above: the sun, the earth's orbit, and the ellipse that was found, %.2f times as wide. Small dots:"
                        + " the 41 days on which it was seen. Large dot: where it must be on 31 December, off by %.2f"
                        + " degrees.",
                elements.get(0),
                offOnTheLastDay(elements)));
    }

    private static void dot(Plot plot, Vector elements, int day, String style, double radius) {
        double[][] there = path(elements, day, day);
        plot.dot(there[0][0], there[1][0], radius, style);
    }

    private static double[][] path(Vector elements, int days) {
        return path(elements, 0, days);
    }

    private static double[][] path(Vector elements, int first, int last) {
        int[] days =
                IntStream.iterate(first, day -> day <= last, day -> day + 20).toArray();
        double[][] path = new double[2][days.length];
        for (int i = 0; i < days.length; i++) {
            Dual[] there = SkyChecks.position(SkyChecks.constants(elements), days[i]);
            path[0][i] = there[0].value();
            path[1][i] = there[1].value();
        }
        return path;
    }

    private static double[][] earthPath() {
        double[][] path = new double[2][62];
        for (int i = 0; i < 62; i++) {
            double[] there = SkyChecks.earth(i * 6);
            path[0][i] = there[0];
            path[1][i] = there[1];
        }
        return path;
    }
}
