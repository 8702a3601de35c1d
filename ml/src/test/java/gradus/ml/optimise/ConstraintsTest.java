package gradus.ml.optimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Rng;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConstraintsTest {

    /// A set of vectors of size 4, with a way to draw its points.
    record Set(String name, Projection onto, Function<Rng, Vector> draw) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Set> sets() {
        return Stream.of(
                new Set(
                        "box",
                        new Projection.Box(Vector.of(-1, 0, 2, -0.5), Vector.of(1, 0, 5, 0.5)),
                        rng -> Vector.of(rng.nextDouble(-1, 1), 0, rng.nextDouble(2, 5), rng.nextDouble(-0.5, 0.5))),
                new Set(
                        "quadrant",
                        new Projection.Box(
                                Vector.of(0, 0, 0, 0), Vector.of(1, 1, 1, 1).times(Double.POSITIVE_INFINITY)),
                        rng -> gaussian(rng).map(Math::abs)),
                new Set("simplex", new Projection.Simplex(1), rng -> simplex(rng, 1)),
                new Set("large simplex", new Projection.Simplex(7), rng -> simplex(rng, 7)),
                new Set("ball", new Projection.Ball(Vector.of(1, 2, 3, 4), 0.7), rng -> {
                    Vector offset = gaussian(rng);
                    return Vector.of(1, 2, 3, 4).plus(offset.times(0.7 * rng.nextDouble() / offset.norm()));
                }),
                new Set("point", new Projection.Ball(Vector.of(1, 2, 3, 4), 0), rng -> Vector.of(1, 2, 3, 4)));
    }

    @ParameterizedTest
    @MethodSource("sets")
    void theProjectionIsTheNearestPointOfTheSet(Set set) {
        var rng = Rng.of(1);
        for (int i = 0; i < 50; i++) {
            Vector x = gaussian(rng).times(3);
            Vector nearest = set.onto().project(x);
            assertThat(set.onto().project(nearest).distance(nearest, 2)).isLessThan(1e-14);
            for (int j = 0; j < 50; j++) {
                Vector other = set.draw().apply(rng);
                assertThat(set.onto().project(other).distance(other, 2)).isLessThan(1e-14);
                assertThat(nearest.distance(x, 2)).isLessThanOrEqualTo(other.distance(x, 2) + 1e-14);
                // Variational inequality: the set lies on the other side of the hyperplane through the nearest point.
                assertThat(x.minus(nearest).dot(other.minus(nearest))).isLessThan(1e-12);
            }
        }
    }

    @Test
    void pointsOfTheSimplexAreNonNegativeAndSumToTheTotal() {
        assertThat(new Projection.Simplex(1).project(Vector.of(0.5, 0.5, -3))).isEqualTo(Vector.of(0.5, 0.5, 0));
        assertThat(new Projection.Simplex(1).project(Vector.of(7))).isEqualTo(Vector.of(1));
        assertThat(new Projection.Simplex(1).project(Vector.of(2, 1, 0))).isEqualTo(Vector.of(1, 0, 0));
        Vector large = new Projection.Simplex(1).project(Vector.of(1e9, 1e9 - 0.5, 0));
        assertThat(large).isEqualTo(Vector.of(0.75, 0.25, 0));
    }

    @Test
    void aSimplexIsFoundFromAnyDistanceAndOfAnySize() {
        for (double size : new double[] {0x1p-1000, 1, 0x1p1000}) {
            var simplex = new Projection.Simplex(size);
            assertThat(simplex.project(Vector.of(1e308, 1e308, -1e308))).isEqualTo(Vector.of(size / 2, size / 2, 0));
            assertThat(simplex.project(Vector.of(size * 0.75, size * 0.25, -size)))
                    .isEqualTo(Vector.of(size * 0.75, size * 0.25, 0));
        }
    }

    @Test
    void constrainedQuadraticsAgreeWithSciPy() {
        Matrix q = Problems.RECORDED.matrix("quadratic.q");
        Vector b = Problems.RECORDED.vector("quadratic.b");
        Objective quadratic = Objective.of(
                x -> x.dot(q.times(x)) / 2 - b.dot(x), x -> q.times(x).minus(b));
        Vector zero = Vector.from(6, i -> 0);
        StoppingCriterion stoppingCriterion = new StoppingCriterion(1e-10, 5000);
        OptimisationResult simplex =
                new ProjectedGradientDescent(new Projection.Simplex(1), stoppingCriterion).minimise(quadratic, zero);
        OptimisationResult box = new ProjectedGradientDescent(
                        new Projection.Box(Vector.from(6, i -> -0.2), Vector.from(6, i -> 0.3)), stoppingCriterion)
                .minimise(quadratic, zero);

        assertThat(simplex.converged()).as(simplex.toString()).isTrue();
        assertThat(simplex.bestPoint().distance(Problems.RECORDED.vector("quadratic.simplex"), 2))
                .isLessThan(1e-6);
        assertThat(box.converged()).as(box.toString()).isTrue();
        assertThat(box.bestPoint().distance(Problems.RECORDED.vector("quadratic.box"), 2))
                .isLessThan(1e-6);
    }

    /// The problem of the point nearest to (1, 2, 4), subject to `x + y + z = sum` and `z ≤ cap`.
    private static ConstrainedProblem nearest(double sum, double cap) {
        Vector target = Vector.of(1, 2, 4);
        return new ConstrainedProblem(
                Objective.of(x -> x.minus(target).dot(x.minus(target)) / 2, x -> x.minus(target)),
                List.of(Objective.of(x -> x.dot(Vector.of(1, 1, 1)) - sum, x -> Vector.of(1, 1, 1))),
                List.of(Objective.of(x -> x.get(2) - cap, x -> Vector.of(0, 0, 1))));
    }

    @Test
    void theKktConditionsHoldOnlyAtTheSolution() {
        ConstrainedProblem problem = nearest(3, 1);
        // z = 1, and (1, 2) is projected onto the line x + y = 2; both multipliers follow from stationarity.
        Vector x = Vector.of(0.5, 1.5, 1);
        Vector lambda = Vector.of(0.5);
        Vector mu = Vector.of(2.5);

        assertThat(problem.kktResidual(x, lambda, mu).max()).isLessThan(1e-15);
        assertThat(problem.kktResidual(x, lambda.times(-1), mu).stationarity()).isGreaterThan(1);
        assertThat(problem.kktResidual(Vector.of(1, 2, 4), Vector.of(0), Vector.of(0))
                        .primalInfeasibility())
                .isEqualTo(4);
        assertThat(problem.kktResidual(Vector.of(0.5, 1.5, 0.5), lambda, mu).complementarity())
                .isEqualTo(1.25);
        assertThat(problem.kktResidual(x, lambda, mu.times(-1)).dualInfeasibility())
                .isEqualTo(2.5);
    }

    @Test
    void multipliersAreShadowPrices() {
        double h = 1e-4;
        assertThat((best(3 + h, 1) - best(3 - h, 1)) / (2 * h)).isCloseTo(-0.5, within(1e-7));
        assertThat((best(3, 1 + h) - best(3, 1 - h)) / (2 * h)).isCloseTo(-2.5, within(1e-7));
    }

    private static double best(double sum, double cap) {
        double move = (sum - cap - 3) / 2;
        return nearest(sum, cap).objective().value(Vector.of(1 + move, 2 + move, cap));
    }

    @Test
    void invalidSetsAndSizesAreRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Projection.Box(Vector.of(1, 5), Vector.of(2, 4)))
                .withMessageContaining("5.0 and 4.0 at index 1");
        assertThatIllegalArgumentException().isThrownBy(() -> new Projection.Box(Vector.of(1), Vector.of(2, 4)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Projection.Simplex(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Projection.Ball(Vector.of(1), -1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Projection.Simplex(1).project(Vector.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Projection.Ball(Vector.of(1), 1).project(Vector.of(1, 2)))
                .withMessageContainingAll("size 1", "size 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> nearest(3, 1).kktResidual(Vector.of(1, 2, 3), Vector.of(), Vector.of(1)))
                .withMessageContaining("0 for 1 equalities");
    }

    private static Vector gaussian(Rng rng) {
        return Vector.from(4, i -> rng.gaussian());
    }

    private static Vector simplex(Rng rng, double total) {
        Vector weights = Vector.from(4, i -> -Math.log(1 - rng.nextDouble()));
        return weights.times(total / weights.dot(Vector.of(1, 1, 1, 1)));
    }
}
