package gradus.checks.vectors;

import static gradus.proctor.assertions.Expect.calling;
import static gradus.proctor.format.JavaLiterals.elements;
import static gradus.proctor.property.MetamorphicRelations.relations;

import gradus.ml.linalg.Vector;
import gradus.proctor.assertions.Clause;
import gradus.proctor.property.Gen;
import gradus.proctor.property.Property;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What a dot product is, and what changes with the number of components.
class VectorSpaceChecks {

    private static final Gen<double[]> VECTORS =
            Gen.arrays(Gen.doubles(-8, 8), 1, 8).filter(x -> Arrays.stream(x).anyMatch(component -> component != 0));

    @Test
    @DisplayName("the dot product of a vector and its opposite is a negative number, minus the square of the norm")
    @Clause("dot")
    void dotIsASignedNumber() {
        Property.forAll(VECTORS).check(x -> {
            double squares =
                    Arrays.stream(x).map(component -> component * component).sum();
            String call = "Vector.of(" + elements(x) + ").dot(Vector.of(" + elements(opposite(x)) + "))";
            calling(call, () -> Vector.of(x).dot(Vector.of(opposite(x))))
                    .gives(-squares, "x·(−x) = −|x|²: a number with a sign, not the length of an arrow");
        });
    }

    @Test
    @DisplayName("the norm depends neither on the order of the components nor on another 0")
    @Clause({"norm", "sizes"})
    void normIsTheSameInEveryOrder() {
        relations(
                        VECTORS,
                        x -> "Vector.of(" + elements(x) + ").norm()",
                        x -> Vector.of(x).norm())
                .invariant("its components in reverse", VectorSpaceChecks::reversed, "no component is special")
                .invariant("a 0 before it", VectorSpaceChecks::afterZero, "0² adds nothing");
    }

    @Test
    @DisplayName("two random vectors of 1,000 components are nearly orthogonal")
    @Clause({"cosine", "sizes"})
    void manyComponentsAreNearlyOrthogonal() {
        var random = new Random(31);
        for (int round = 0; round < 20; round++) {
            Vector x = Vector.of(random.doubles(1000, -1, 1).toArray());
            Vector y = Vector.of(random.doubles(1000, -1, 1).toArray());
            calling("x.cosine(y) for two random vectors of 1,000 components", () -> x.cosine(y))
                    .satisfies(
                            cosine -> Math.abs(cosine) < 0.16,
                            "between -0.16 and 0.16",
                            "1,000 products of either sign nearly cancel; 0.16 is five times 1/√1000");
        }
    }

    @Test
    @DisplayName("the projection is the point of the axis that is nearest to x")
    @Clause("projection")
    void projectionIsNearest() {
        Property.forAll(Gen.pairs(Gen.array(Gen.doubles(-8, 8), 3), VECTORS.map(VectorSpaceChecks::three)))
                .check(pair -> {
                    double[] x = pair.first();
                    double[] axis = pair.second();
                    double[] nearest = calling(
                                    "Vector.of(" + elements(x) + ").projectOn(Vector.of(" + elements(axis) + "))",
                                    () -> Vector.of(x)
                                            .projectOn(Vector.of(axis))
                                            .toArray())
                            .satisfies(
                                    p -> squaredGap(x, p, axis, 0)
                                            <= Math.min(squaredGap(x, p, axis, 0.1), squaredGap(x, p, axis, -0.1)),
                                    "a point that no step along the axis brings nearer to x",
                                    "light falls on the axis at a right angle, by the shortest way");
                    calling(
                                    "the projection of that projection, on the same axis",
                                    () -> Vector.of(nearest)
                                            .projectOn(Vector.of(axis))
                                            .toArray())
                            .within(1e-9, 1e-9)
                            .gives(nearest, "it lies on the axis already");
                });
    }

    private static double squaredGap(double[] x, double[] point, double[] axis, double step) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double gap = x[i] - point[i] - step * axis[i];
            sum += gap * gap;
        }
        return sum;
    }

    /// Three components, the first of which isn't 0.
    private static double[] three(double[] x) {
        return new double[] {1 + Math.abs(x[0]), x[x.length / 2], x[x.length - 1]};
    }

    private static double[] opposite(double[] x) {
        return Arrays.stream(x).map(component -> -component).toArray();
    }

    private static double[] reversed(double[] x) {
        double[] reversed = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            reversed[i] = x[x.length - 1 - i];
        }
        return reversed;
    }

    private static double[] afterZero(double[] x) {
        double[] longer = new double[x.length + 1];
        System.arraycopy(x, 0, longer, 1, x.length);
        return longer;
    }
}
