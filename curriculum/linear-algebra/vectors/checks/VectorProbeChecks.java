package gradus.checks.vectors;

import gradus.ml.linalg.Vector;
import gradus.proctor.assertions.Clause;
import gradus.proctor.probes.Argument;
import gradus.proctor.probes.MemberProbes;
import gradus.proctor.probes.Probe;
import java.util.Arrays;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Every method against its definition: at many sizes, in any order of the components, with repeated and
/// with negative ones, called twice, and with the vectors compared before and after.
class VectorProbeChecks {

    private static final Argument<double[], Vector> VECTOR = Argument.of(Vector::of, Vector::toArray);
    private static final int LARGEST = 70;

    @Test
    @DisplayName("plus keeps to its definition at every size")
    @Clause({"components", "sizes", "unchanged"})
    void plus() {
        both(
                        "x.plus(y).toArray()",
                        (x, y) -> x.plus(y).toArray(),
                        (x, y) -> IntStream.range(0, x.length)
                                .mapToDouble(i -> x[i] + y[i])
                                .toArray())
                .hold("component i is x[i] + y[i]");
    }

    @Test
    @DisplayName("times keeps to its definition at every size")
    @Clause({"components", "sizes", "unchanged"})
    void times() {
        one(MemberProbes.of(
                        "x.times(-2.5).toArray()",
                        VECTOR,
                        x -> x.times(-2.5).toArray(),
                        x -> Arrays.stream(x).map(component -> -2.5 * component).toArray()))
                .hold("every component is multiplied by −2.5");
    }

    @Test
    @DisplayName("dot keeps to its definition at every size")
    @Clause({"dot", "sizes", "unchanged"})
    void dot() {
        both("x.dot(y)", Vector::dot, VectorProbeChecks::plainDot)
                .hold("the products of components with the same index, added up");
    }

    @Test
    @DisplayName("the norm keeps to its definition at every size, and leaves its components in order")
    @Clause({"norm", "sizes", "unchanged"})
    void norm() {
        one(MemberProbes.of("x.norm()", VECTOR, Vector::norm, x -> Math.sqrt(plainDot(x, x))))
                .hold("the square root of the sum of the squares");
    }

    @Test
    @DisplayName("distance of order 3 keeps to its definition at every size")
    @Clause({"distance", "sizes", "unchanged"})
    void distance() {
        both(
                        "x.distance(y, 3)",
                        (x, y) -> x.distance(y, 3),
                        (x, y) -> Math.cbrt(IntStream.range(0, x.length)
                                .mapToDouble(i -> Math.pow(Math.abs(x[i] - y[i]), 3))
                                .sum()))
                .hold("the cube root of the sum of the cubes of the absolute differences");
    }

    @Test
    @DisplayName("the cosine keeps to its definition at every size, and throws if there is no direction")
    @Clause({"cosine", "zero", "sizes", "unchanged"})
    void cosine() {
        both("x.cosine(y)", Vector::cosine, (x, y) -> plainDot(x, y) / (length(x) * length(y)))
                .within(1e-9, 1e-9)
                .hold("the dot product divided by both norms");
    }

    @Test
    @DisplayName("projectOn keeps to its definition at every size, and throws if there is no direction")
    @Clause({"projection", "zero", "sizes", "unchanged"})
    void projectOn() {
        both("x.projectOn(y).toArray()", (x, y) -> x.projectOn(y).toArray(), (x, y) -> {
                    double factor = plainDot(x, y) / Math.pow(length(y), 2);
                    return Arrays.stream(y).map(component -> factor * component).toArray();
                })
                .within(1e-9, (x, _) -> 1e-9 * Math.sqrt(plainDot(x, x)))
                .hold("the multiple of y that is nearest to x");
    }

    private static <R> MemberProbes<double[], double[]> both(
            String call, BiFunction<Vector, Vector, R> function, BiFunction<double[], double[], R> definition) {
        return one(MemberProbes.of(call, VECTOR, VECTOR, function, definition));
    }

    private static MemberProbes<double[], double[]> one(MemberProbes<double[], double[]> probes) {
        return probes.upTo(LARGEST)
                .without(Probe.EMPTY, "the contract says that there is at least one component")
                .without(Probe.NAN, "the contract says that components are finite")
                .without(Probe.INFINITIES, "the contract says that components are finite")
                .without(Probe.NEGATIVE_ZERO, "the contract leaves the sign of a zero open");
    }

    private static double plainDot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }

    private static double length(double[] x) {
        double length = Math.sqrt(plainDot(x, x));
        if (length == 0) {
            throw new IllegalArgumentException("no direction");
        }
        return length;
    }
}
