package gradus.figures.m01_ceres;

import gradus.ml.calculus.Dual;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Qr;
import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Rng;
import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// The lost planet from above on any date of 1801 and 1802, with the best ellipse and the best circle through some of
/// Piazzi's nights, found by the learner's least squares and derivatives.
public final class FindThePlanet implements Figure {

    private static final double DEGREE = Math.PI / 180;
    private static final double GAUSS = 0.01720209895;
    private static final double MEASURED = 5.0 / 3600 * DEGREE;
    private static final int[] NIGHTS = {
        0, 1, 2, 3, 9, 10, 12, 13, 17, 18, 20, 21, 22, 27, 29, 30, 31, 32, 35, 36, 38, 39, 40, 41
    };
    private static final Vector CERES = elements(2.7673, 0.0785, 10.62, 80.9, 65.0, 291);
    private static final LocalDate FIRST = LocalDate.of(1801, 1, 1);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final int STEPS = 80;
    /// The first of the eight Januaries is an ordinary one.
    private static final int SEED_BEFORE_THE_FIRST = 32;

    @Override
    public List<Control> controls() {
        return List.of(
                new Control.Slider("day", "days after 1 January 1801", 0, 540, 1, 364),
                new Control.Slider("nights", "nights that are used", 3, NIGHTS.length, 1, NIGHTS.length),
                new Control.Slider("sky", "another January, with other errors", 1, 8, 1, 1));
    }

    @Override
    public Picture draw(ControlValues controlValues) {
        int day = (int) Math.round(controlValues.number("day"));
        int nights = (int) Math.round(controlValues.number("nights"));
        double[][] seen = sightings(nights, Rng.of(SEED_BEFORE_THE_FIRST + Math.round(controlValues.number("sky"))));
        Vector ellipse = fit(seen, 6);
        Vector circle = fit(seen, 4);

        var plot = Plot.of(-4, 4, -3.3, 3.3).size(560, 460);
        plot.axes("towards the point of spring (distances of the earth from the sun)", "");
        orbit(plot, constants(earth()), 366, "muted");
        orbit(plot, constants(ellipse), 1720, "s1");
        orbit(plot, constants(circle), 1720, "s2");
        plot.dot(0, 0, 6, "s3");
        double[] here = place(constants(earth()), day);
        plot.dot(here[0], here[1], 4, "ink");
        double[] there = place(constants(CERES), day);
        look(plot, here, place(constants(circle), day), "s2", "circle", -10);
        look(plot, here, place(constants(ellipse), day), "s1", "ellipse", 20);
        ring(plot, there);
        return plot.picture(String.format(
                Locale.ROOT,
                "%s, from above: the sun, the earth, and the planet, which is the open circle. The ellipse through %d"
                        + " nights says to look %.2f degrees beside the planet, the circle %.2f. The moon is half a"
                        + " degree wide.",
                DATE.format(FIRST.plusDays(day)),
                nights,
                off(ellipse, day),
                off(circle, day)));
    }

    private static void orbit(Plot plot, Dual[] elements, int days, String style) {
        double[][] path = IntStream.rangeClosed(0, 90)
                .mapToObj(i -> place(elements, days * i / 90.0))
                .toArray(double[][]::new);
        plot.line(
                Arrays.stream(path).mapToDouble(at -> at[0]).toArray(),
                Arrays.stream(path).mapToDouble(at -> at[1]).toArray(),
                style);
    }

    private static void look(Plot plot, double[] here, double[] there, String style, String name, int down) {
        plot.segment(here[0], here[1], there[0], there[1], style);
        // Away from the sun, so that no line runs through the name.
        boolean left = there[0] < 0;
        plot.dot(there[0], there[1], 5, style)
                .text(there[0], there[1], left ? -14 : 14, down, left ? "end" : "start", name, style);
    }

    /// An open circle, so that what it surrounds can be seen.
    private static void ring(Plot plot, double[] at) {
        double[] turns =
                IntStream.rangeClosed(0, 24).mapToDouble(i -> i * Math.PI / 12).toArray();
        plot.line(
                Arrays.stream(turns).map(turn -> at[0] + 0.16 * Math.cos(turn)).toArray(),
                Arrays.stream(turns).map(turn -> at[1] + 0.16 * Math.sin(turn)).toArray(),
                "ink");
    }

    /// How many degrees beside the planet these elements say to look.
    private static double off(Vector elements, double day) {
        double[] here = place(constants(earth()), day);
        double cosine =
                direction(place(constants(elements), day), here).dot(direction(place(constants(CERES), day), here));
        return Math.acos(Math.clamp(cosine, -1, 1)) / DEGREE;
    }

    private static Vector direction(double[] there, double[] here) {
        Vector from = Vector.of(there).minus(Vector.of(here));
        return from.times(1 / from.norm());
    }

    /// Of each night the day; three directions at right angles: toward the planet, to the east and to the north; and
    /// where the earth is.
    private static double[][] sightings(int nights, Rng rng) {
        double[][] seen = new double[nights][];
        for (int i = 0; i < nights; i++) {
            double day = NIGHTS[i];
            double[] truth = direction(place(constants(CERES), day), place(constants(earth()), day))
                    .toArray();
            double latitude = Math.asin(truth[2]) + MEASURED * rng.gaussian();
            double longitude = Math.atan2(truth[1], truth[0]) + MEASURED * rng.gaussian() / Math.cos(latitude);
            double cos = Math.cos(longitude);
            double sin = Math.sin(longitude);
            double up = Math.sin(latitude);
            double flat = Math.cos(latitude);
            double[] earth = place(constants(earth()), day);
            seen[i] = new double[] {
                day, flat * cos, flat * sin, up, -sin, cos, 0, -up * cos, -up * sin, flat, earth[0], earth[1], earth[2]
            };
        }
        return seen;
    }

    /// The elements that leave the least squares, by damped steps of Gauss and Newton from a circle.
    private static Vector fit(double[][] seen, int free) {
        int[] which = free == 6 ? new int[] {0, 1, 2, 3, 4, 5} : new int[] {0, 3, 4, 5};
        Vector at = Vector.of(2.8, 0, 0, 0.1, 0.02, 65 * DEGREE);
        double damping = 1e-6;
        double least = squares(at, seen);
        for (int step = 0; step < STEPS && damping < 1e9; step++) {
            Vector next = at.plus(step(at, seen, which, damping));
            double squares =
                    next.get(0) > 0.5 && Math.hypot(next.get(1), next.get(2)) < 0.9 ? squares(next, seen) : Double.NaN;
            boolean better = squares < least;
            if (better && least - squares < 1e-9 * least) {
                return next;
            }
            at = better ? next : at;
            least = better ? squares : least;
            damping *= better ? 0.2 : 8;
        }
        return at;
    }

    private static Vector step(Vector at, double[][] seen, int[] which, double damping) {
        Dual[][] columns = IntStream.of(which)
                .mapToObj(i -> errors(inDirection(at, i), seen))
                .toArray(Dual[][]::new);
        int m = 2 * seen.length;
        Matrix jacobian = Matrix.from(
                m + which.length,
                which.length,
                (r, c) ->
                        r < m ? columns[c][r].derivative() : r - m == c ? Math.sqrt(damping) * length(columns[c]) : 0);
        Vector wanted = Vector.from(m + which.length, r -> r < m ? -columns[0][r].value() : 0);
        double[] step = new double[at.size()];
        try {
            Vector solution = Qr.of(jacobian).leastSquares(wanted);
            for (int c = 0; c < which.length; c++) {
                step[which[c]] = solution.get(c);
            }
        } catch (ArithmeticException | IllegalArgumentException _) {
            // The orbit stays where it is.
        }
        return Vector.of(step);
    }

    private static double length(Dual[] column) {
        return Math.max(
                1e-9,
                Math.sqrt(Arrays.stream(column)
                        .mapToDouble(each -> each.derivative() * each.derivative())
                        .sum()));
    }

    private static double squares(Vector at, double[][] seen) {
        return Arrays.stream(errors(constants(at), seen))
                .mapToDouble(each -> each.value() * each.value())
                .sum();
    }

    private static Dual[] errors(Dual[] elements, double[][] seen) {
        Dual[] errors = new Dual[2 * seen.length];
        for (int night = 0; night < seen.length; night++) {
            double[] s = seen[night];
            Dual[] planet = position(elements, s[0]);
            Dual distance = along(planet, s, 1);
            errors[2 * night] = along(planet, s, 4).dividedBy(distance).times(3600 / DEGREE);
            errors[2 * night + 1] = along(planet, s, 7).dividedBy(distance).times(3600 / DEGREE);
        }
        return errors;
    }

    private static Dual along(Dual[] planet, double[] night, int first) {
        Dual sum = Dual.constant(0);
        for (int i = 0; i < 3; i++) {
            sum = sum.plus(planet[i].minus(night[10 + i]).times(night[first + i]));
        }
        return sum;
    }

    /// By a, e·sin ϖ, e·cos ϖ, tan(i/2)·sin Ω, tan(i/2)·cos Ω and the mean longitude on day 0.
    private static Dual[] position(Dual[] element, double day) {
        Dual one = Dual.constant(1);
        Dual h = element[1];
        Dual k = element[2];
        Dual mean = element[5].plus(element[0].pow(-1.5).times(GAUSS * day));
        Dual f = mean;
        for (int i = 0; i < 6; i++) {
            Dual sine = f.sin();
            Dual cosine = f.cos();
            Dual excess = f.plus(h.times(cosine)).minus(k.times(sine)).minus(mean);
            f = f.minus(excess.dividedBy(one.minus(h.times(sine)).minus(k.times(cosine))));
        }
        Dual beta = one.dividedBy(one.minus(h.times(h)).minus(k.times(k)).sqrt().plus(1));
        Dual both = h.times(k).times(beta);
        Dual x = one.minus(h.times(h).times(beta))
                .times(f.cos())
                .plus(both.times(f.sin()))
                .minus(k);
        Dual y = one.minus(k.times(k).times(beta))
                .times(f.sin())
                .plus(both.times(f.cos()))
                .minus(h);
        Dual pp = element[3].times(element[3]);
        Dual qq = element[4].times(element[4]);
        Dual mixed = element[3].times(element[4]).times(2);
        Dual scale = element[0].dividedBy(one.plus(pp).plus(qq));
        return new Dual[] {
            one.minus(pp).plus(qq).times(x).plus(mixed.times(y)).times(scale),
            mixed.times(x).plus(one.plus(pp).minus(qq).times(y)).times(scale),
            element[4].times(y).minus(element[3].times(x)).times(2).times(scale)
        };
    }

    private static double[] place(Dual[] elements, double day) {
        return Arrays.stream(position(elements, day)).mapToDouble(Dual::value).toArray();
    }

    private static Vector earth() {
        return elements(1, 0.01679, 0, 0, 99.5, 0.9);
    }

    /// @param degrees inclination, node, argument of the perihelion and mean anomaly
    private static Vector elements(double a, double e, double... degrees) {
        double node = degrees[1] * DEGREE;
        double perihelion = node + degrees[2] * DEGREE;
        double tilt = Math.tan(degrees[0] * DEGREE / 2);
        return Vector.of(
                a,
                e * Math.sin(perihelion),
                e * Math.cos(perihelion),
                tilt * Math.sin(node),
                tilt * Math.cos(node),
                perihelion + degrees[3] * DEGREE);
    }

    private static Dual[] constants(Vector elements) {
        return IntStream.range(0, elements.size())
                .mapToObj(i -> Dual.constant(elements.get(i)))
                .toArray(Dual[]::new);
    }

    private static Dual[] inDirection(Vector at, int which) {
        Dual[] elements = constants(at);
        elements[which] = Dual.variable(at.get(which));
        return elements;
    }
}
