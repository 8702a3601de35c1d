package gradus.checks.vectors;

import static gradus.proctor.assertions.Expect.calling;

import gradus.ml.linalg.Vector;
import gradus.proctor.assertions.Clause;
import gradus.proctor.exact.ExactSum;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Properties that hold for all vectors, tested on random ones: short and simple ones first.
class VectorLawChecks {

    private static final double[] ORDERS = {1, 1.5, 2, 3, Double.POSITIVE_INFINITY};

    @Test
    @DisplayName("the dot product is the sum of the products, in either order")
    @Clause({"dot", "accuracy", "sizes"})
    void dotIsTheSumOfProducts() {
        var random = new Random(11);
        for (int round = 0; round < 150; round++) {
            double[] x = vector(random, round);
            double[] y = vector(random, round);
            double expected = ExactSum.dot(x, y);
            calling(() -> show(x) + ".dot(" + show(y) + ")", () -> Vector.of(x).dot(Vector.of(y)))
                    .gives(expected, "the products of components with the same index, added up");
            calling(() -> show(y) + ".dot(" + show(x) + ")", () -> Vector.of(y).dot(Vector.of(x)))
                    .gives(expected, "x·y = y·x");
        }
    }

    @Test
    @DisplayName("the dot product is linear: (a·x + y)·z = a·(x·z) + y·z")
    @Clause({"dot", "components", "sizes"})
    void dotIsLinear() {
        var random = new Random(12);
        for (int round = 0; round < 150; round++) {
            double[] x = vector(random, round);
            double[] y = vector(random, round);
            double[] z = vector(random, round);
            double a = random.nextInt(-4, 5);
            calling(
                            () -> show(x) + ".times(" + a + ").plus(" + show(y) + ").dot(" + show(z) + ")",
                            () -> Vector.of(x).times(a).plus(Vector.of(y)).dot(Vector.of(z)))
                    .within(1e-9, 1e-9)
                    .gives(a * ExactSum.dot(x, z) + ExactSum.dot(y, z), "it is " + a + "·(x·z) + y·z");
        }
    }

    @Test
    @DisplayName("the norm is the square root of the sum of squares, and |−3·x| = 3·|x|")
    @Clause({"norm", "accuracy", "sizes"})
    void normMatches() {
        var random = new Random(13);
        for (int round = 0; round < 150; round++) {
            double[] x = vector(random, round);
            double expected = Math.sqrt(ExactSum.dot(x, x));
            calling(() -> show(x) + ".norm()", () -> Vector.of(x).norm())
                    .gives(expected, "the square root of the sum of the squares");
            calling(
                            () -> show(x) + ".times(-3).norm()",
                            () -> Vector.of(x).times(-3).norm())
                    .gives(3 * expected, "a vector 3 times as long, whichever way it points");
        }
    }

    @Test
    @DisplayName("the Cauchy–Schwarz inequality holds: |x·y| ≤ |x|·|y|")
    @Clause("norm")
    void cauchySchwarz() {
        var random = new Random(14);
        for (int round = 0; round < 150; round++) {
            double[] x = vector(random, round);
            double[] y = vector(random, round);
            double dot = ExactSum.dot(x, y);
            calling(
                            () -> "x.norm() * y.norm() for x = " + show(x) + " and y = " + show(y),
                            () -> Vector.of(x).norm() * Vector.of(y).norm())
                    .satisfies(
                            product -> Math.abs(dot) <= product * (1 + 1e-12) + 1e-12,
                            "at least |x·y| = " + Math.abs(dot),
                            "the dot product is the product of the norms times a cosine");
        }
    }

    @Test
    @DisplayName("the triangle inequality holds: |x + y| ≤ |x| + |y|")
    @Clause({"components", "norm"})
    void triangleInequality() {
        var random = new Random(15);
        for (int round = 0; round < 150; round++) {
            double[] x = vector(random, round);
            double[] y = vector(random, round);
            double most = Math.sqrt(ExactSum.dot(x, x)) + Math.sqrt(ExactSum.dot(y, y));
            calling(
                            () -> show(x) + ".plus(" + show(y) + ").norm()",
                            () -> Vector.of(x).plus(Vector.of(y)).norm())
                    .satisfies(
                            norm -> norm <= most * (1 + 1e-12) + 1e-12,
                            "at most |x| + |y| = " + most,
                            "no side of a triangle is longer than the other two together");
        }
    }

    @Test
    @DisplayName("the cosine depends on directions, not on lengths")
    @Clause({"cosine", "accuracy", "sizes"})
    void cosineIgnoresLengths() {
        var random = new Random(16);
        for (int round = 0; round < 150; round++) {
            double[] x = vector(random, round);
            double[] y = vector(random, round);
            double expected = ExactSum.dot(x, y) / Math.sqrt(ExactSum.dot(x, x)) / Math.sqrt(ExactSum.dot(y, y));
            for (double length : new double[] {1, 1024, 1.0 / 64}) {
                double[] longer = scaled(x, length);
                calling(
                                () -> show(longer) + ".cosine(" + show(y) + ")",
                                () -> Vector.of(longer).cosine(Vector.of(y)))
                        .within(1e-9, 1e-9)
                        .gives(expected, "the dot product divided by both norms");
                calling(
                                () -> show(y) + ".cosine(" + show(longer) + ")",
                                () -> Vector.of(y).cosine(Vector.of(longer)))
                        .within(1e-9, 1e-9)
                        .gives(expected, "the angle is the same in either order");
            }
        }
    }

    @Test
    @DisplayName("the cosine is clamped to −1 … 1, even after rounding")
    @Clause("cosine")
    void cosineStaysInRange() {
        String why =
                "the two arrows have the same or the opposite direction, and Math.acos needs a number from −1 to 1";
        calling(
                        "Vector.of(1, 1, 1).cosine(Vector.of(1, 1, 1))",
                        () -> Vector.of(1, 1, 1).cosine(Vector.of(1, 1, 1)))
                .satisfies(cosine -> cosine <= 1 && cosine > 1 - 1e-9, "1.0, or slightly less", why);
        var random = new Random(17);
        for (int round = 0; round < 150; round++) {
            double[] x = vector(random, round);
            double factor = (random.nextBoolean() ? 1 : -1) * (0.1 + random.nextDouble());
            double[] y = scaled(x, factor);
            calling(
                            () -> show(x) + ".cosine(" + show(y) + ")",
                            () -> Vector.of(x).cosine(Vector.of(y)))
                    .satisfies(
                            cosine -> Math.abs(cosine) <= 1 && Math.abs(cosine - Math.signum(factor)) < 1e-9,
                            (factor > 0 ? "1.0" : "-1.0") + ", or slightly less in absolute value",
                            why);
        }
    }

    @Test
    @DisplayName("the rest, x minus its projection, is orthogonal to the axis")
    @Clause({"projection", "accuracy"})
    void restIsOrthogonal() {
        var random = new Random(18);
        for (int round = 0; round < 150; round++) {
            double[] x = vector(random, round);
            double[] axis = vector(random, round);
            double scale = Math.sqrt(ExactSum.dot(x, x) * ExactSum.dot(axis, axis));
            calling(
                            () -> "p = x.projectOn(axis) for x = " + show(x) + " and axis = " + show(axis),
                            () -> Vector.of(x).projectOn(Vector.of(axis)).toArray())
                    .satisfies(
                            shadow -> Math.abs(ExactSum.dot(axis, x) - ExactSum.dot(axis, shadow)) <= 1e-9 * scale,
                            "a projection p with (x − p)·axis = 0",
                            "the rest, x − p, is orthogonal to the axis");
        }
    }

    @Test
    @DisplayName("the projection lies on the axis and does not depend on the length of the axis")
    @Clause({"projection", "accuracy", "sizes"})
    void projectionIgnoresTheLengthOfTheAxis() {
        var random = new Random(19);
        for (int round = 0; round < 150; round++) {
            double[] x = vector(random, round);
            double[] axis = vector(random, round);
            double[] expected = scaled(axis, ExactSum.dot(x, axis) / ExactSum.dot(axis, axis));
            for (double length : new double[] {1, -1024, 1.0 / 64}) {
                double[] longer = scaled(axis, length);
                calling(
                                () -> show(x) + ".projectOn(" + show(longer) + ")",
                                () -> Vector.of(x).projectOn(Vector.of(longer)).toArray())
                        .within(1e-9, 1e-9 * Math.sqrt(ExactSum.dot(x, x)))
                        .gives(expected, "it is the multiple of the axis nearest to x");
            }
        }
    }

    @Test
    @DisplayName("the distance is the p-th root of the sum of p-th powers")
    @Clause({"distance", "order", "accuracy", "sizes"})
    void distanceMatches() {
        var random = new Random(20);
        for (int round = 0; round < 150; round++) {
            double[] x = vector(random, round);
            double[] y = vector(random, round);
            for (double p : ORDERS) {
                double expected = plainDistance(x, y, p);
                calling(
                                () -> show(x) + ".distance(" + show(y) + ", " + p + ")",
                                () -> Vector.of(x).distance(Vector.of(y), p))
                        .gives(
                                expected,
                                p == Double.POSITIVE_INFINITY
                                        ? "of order ∞, the distance is the largest absolute difference"
                                        : "the p-th root of the sum of the p-th powers of the absolute differences,"
                                                + " with p = " + p);
            }
        }
    }

    @Test
    @DisplayName("distance is symmetric: x.distance(y, p) = y.distance(x, p)")
    @Clause("distance")
    void distanceIsTheSameBothWays() {
        var random = new Random(21);
        for (int round = 0; round < 150; round++) {
            double[] x = vector(random, round);
            double[] y = vector(random, round);
            for (double p : ORDERS) {
                double there = calling(
                                () -> show(x) + ".distance(" + show(y) + ", " + p + ")",
                                () -> Vector.of(x).distance(Vector.of(y), p))
                        .result();
                calling(
                                () -> show(y) + ".distance(" + show(x) + ", " + p + ")",
                                () -> Vector.of(y).distance(Vector.of(x), p))
                        .gives(
                                there,
                                "the distance in the other direction, " + show(x) + ".distance(" + show(y) + ", " + p
                                        + "), was " + there);
            }
        }
    }

    /// Never zero. The first are short and of small whole numbers, so that a first failure is easy to follow.
    /// No absolute value is there twice, so that no cause is suggested by coincidence.
    private static double[] vector(Random random, int round) {
        int size = 1 + round / 10;
        double[] vector = new double[size];
        for (int i = 0; i < size; i++) {
            do {
                vector[i] = round < 50 ? random.nextInt(-5, 6) : random.nextGaussian();
            } while (size == 1 && vector[0] == 0 || repeats(vector, i));
        }
        return vector;
    }

    private static boolean repeats(double[] vector, int index) {
        for (int i = 0; i < index; i++) {
            if (Math.abs(vector[i]) == Math.abs(vector[index])) {
                return true;
            }
        }
        return false;
    }

    private static double[] scaled(double[] x, double factor) {
        double[] scaled = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            scaled[i] = factor * x[i];
        }
        return scaled;
    }

    private static double plainDistance(double[] x, double[] y, double p) {
        double sum = 0;
        double largest = 0;
        for (int i = 0; i < x.length; i++) {
            double difference = Math.abs(x[i] - y[i]);
            sum += Math.pow(difference, p);
            largest = Math.max(largest, difference);
        }
        return p == Double.POSITIVE_INFINITY ? largest : Math.pow(sum, 1 / p);
    }

    private static String show(double[] x) {
        String listed = Arrays.stream(x).limit(6).mapToObj(Double::toString).collect(Collectors.joining(", "));
        return x.length > 6 ? "Vector.of(" + listed + ", … " + x.length + " in all)" : "Vector.of(" + listed + ")";
    }
}
