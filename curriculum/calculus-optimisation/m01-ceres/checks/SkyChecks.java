package gradus.checks.m01_ceres;

import gradus.ml.calculus.Dual;
import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Rng;
import gradus.proctor.assertions.Metric;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The simulated sky of 1801. Angles in radians, lengths in astronomical units, days from 1 January 1801.
class SkyChecks {

    static final double DEGREE = Math.PI / 180;

    /// The nights on which Piazzi measured, from 1 January to 11 February.
    private static final int[] NIGHTS = {
        0, 1, 2, 3, 9, 10, 12, 13, 17, 18, 20, 21, 22, 27, 29, 30, 31, 32, 35, 36, 38, 39, 40, 41
    };

    /// 31 December 1801, when it was found again.
    static final int FOUND = 364;

    private static final double GAUSS = 0.01720209895;

    @Test
    @DisplayName("the simulated planet stands where Piazzi saw it on 1 January 1801")
    void sky() {
        Metric.of("degrees between the simulated planet and Piazzi's first position", () -> {
                    double[] piazzi = direction(53.38 * DEGREE, -3.11 * DEGREE);
                    return degrees(seen(Elements.CERES, 0), piazzi);
                })
                .atMost(1, "Piazzi measured 53° 23' of longitude and 3° 7' of southern latitude");
    }

    /// One night's measurement: the direction, and two directions at right angles to it.
    record Sighting(int day, double[] toward, double[] east, double[] north) {

        static Sighting of(int day, double longitude, double latitude) {
            double[] east = {-Math.sin(longitude), Math.cos(longitude), 0};
            double[] north = {
                -Math.sin(latitude) * Math.cos(longitude), -Math.sin(latitude) * Math.sin(longitude), Math.cos(latitude)
            };
            return new Sighting(day, direction(longitude, latitude), east, north);
        }
    }

    /// The 24 measurements of one simulated January, each with a random error of 5 arc-seconds in both directions.
    static Sighting[] sightings(Rng rng) {
        double error = 5.0 / 3600 * DEGREE;
        return IntStream.of(NIGHTS)
                .mapToObj(day -> {
                    double[] truth = seen(Elements.CERES, day);
                    double latitude = Math.asin(truth[2]);
                    double longitude = Math.atan2(truth[1], truth[0]);
                    return Sighting.of(
                            day,
                            longitude + error * rng.gaussian() / Math.cos(latitude),
                            latitude + error * rng.gaussian());
                })
                .toArray(Sighting[]::new);
    }

    /// An orbit by six numbers that stay well-defined for circles: a, e·sin ϖ, e·cos ϖ, tan(i/2)·sin Ω, tan(i/2)·cos Ω,
    /// and the mean longitude on day 0. (Equinoctial elements: R. Broucke and P. Cefola, Celestial Mechanics 5,
    /// 1972.)
    static final class Elements {

        /// About those of Ceres in 1801; the mean longitude is chosen so that it stands where Piazzi saw it.
        static final Vector CERES = of(2.7673, 0.0785, 10.62, 80.9, 65.0, 291);

        private Elements() {}

        /// @param degrees inclination, node, argument of the perihelion and mean anomaly, in degrees
        private static Vector of(double a, double e, double... degrees) {
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
    }

    /// Where the planet is as seen from the sun, with the derivative that the elements carry.
    static Dual[] position(Dual[] element, double day) {
        Dual a = element[0];
        Dual h = element[1];
        Dual k = element[2];
        Dual p = element[3];
        Dual q = element[4];
        // Kepler's third law: the farther, the slower.
        Dual mean = element[5].plus(a.pow(-1.5).times(GAUSS * day));
        // Kepler's equation, by Newton's method.
        Dual f = mean;
        for (int i = 0; i < 8; i++) {
            Dual sine = f.sin();
            Dual cosine = f.cos();
            Dual excess = f.plus(h.times(cosine)).minus(k.times(sine)).minus(mean);
            f = f.minus(excess.dividedBy(Dual.constant(1).minus(h.times(sine)).minus(k.times(cosine))));
        }
        Dual sine = f.sin();
        Dual cosine = f.cos();
        Dual beta = Dual.constant(1)
                .dividedBy(Dual.constant(1)
                        .minus(h.times(h))
                        .minus(k.times(k))
                        .sqrt()
                        .plus(1));
        Dual both = h.times(k).times(beta);
        Dual one = Dual.constant(1);
        Dual x = a.times(one.minus(h.times(h).times(beta))
                .times(cosine)
                .plus(both.times(sine))
                .minus(k));
        Dual y = a.times(one.minus(k.times(k).times(beta))
                .times(sine)
                .plus(both.times(cosine))
                .minus(h));
        Dual pp = p.times(p);
        Dual qq = q.times(q);
        Dual scale = one.dividedBy(one.plus(pp).plus(qq));
        Dual mixed = p.times(q).times(2);
        return new Dual[] {
            one.minus(pp).plus(qq).times(x).plus(mixed.times(y)).times(scale),
            mixed.times(x).plus(one.plus(pp).minus(qq).times(y)).times(scale),
            q.times(y).minus(p.times(x)).times(2).times(scale)
        };
    }

    /// The earth about 1801, on an ellipse in the plane of the ecliptic.
    static double[] earth(double day) {
        double e = 0.01679;
        double perihelion = 99.5 * DEGREE;
        Dual[] elements =
                constants(Vector.of(1, e * Math.sin(perihelion), e * Math.cos(perihelion), 0, 0, 100.4 * DEGREE));
        return values(position(elements, day));
    }

    /// The direction from the earth, of length 1.
    static double[] seen(Vector elements, double day) {
        double[] planet = values(position(constants(elements), day));
        double[] earth = earth(day);
        Vector from = Vector.of(planet[0] - earth[0], planet[1] - earth[1], planet[2] - earth[2]);
        return from.times(1 / from.norm()).toArray();
    }

    static double degrees(double[] one, double[] other) {
        double cosine = Vector.of(one).dot(Vector.of(other));
        return Math.acos(Math.clamp(cosine, -1, 1)) / DEGREE;
    }

    static double[] direction(double longitude, double latitude) {
        return new double[] {
            Math.cos(latitude) * Math.cos(longitude), Math.cos(latitude) * Math.sin(longitude), Math.sin(latitude)
        };
    }

    static Dual[] constants(Vector elements) {
        return map(elements, Dual::constant);
    }

    private static Dual[] map(Vector elements, Function<Double, Dual> number) {
        return IntStream.range(0, elements.size())
                .mapToObj(i -> number.apply(elements.get(i)))
                .toArray(Dual[]::new);
    }

    private static double[] values(Dual[] numbers) {
        return Arrays.stream(numbers).mapToDouble(Dual::value).toArray();
    }
}
