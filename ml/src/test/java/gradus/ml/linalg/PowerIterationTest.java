package gradus.ml.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import gradus.ml.numbers.Rng;
import org.junit.jupiter.api.Test;

class PowerIterationTest {

    private static final PowerIteration POWER = new PowerIteration(1e-12, 10_000);

    @Test
    void theEigenvectorOfTheLargestEigenvalueIsFound() {
        Matrix a = Examples.gram(Examples.random(20, 6, 1));
        PowerIteration.Eigenpair found = POWER.dominantEigenpair(a, Rng.of(2));
        SymmetricEigen all = SymmetricEigen.of(a);

        assertThat(found.converged()).isTrue();
        assertThat(found.eigenvalue()).isCloseTo(all.eigenvalues().get(0), within(1e-10));
        assertThat(found.eigenvector().distance(all.eigenvector(0), 2)).isCloseTo(0, within(1e-8));
    }

    @Test
    void aNegativeDominantEigenvalueKeepsItsSign() {
        PowerIteration.Eigenpair found =
                POWER.dominantEigenpair(Matrix.of(new double[] {-3, 1}, new double[] {1, 1}), Vector.of(1, 1));

        assertThat(found.converged()).isTrue();
        assertThat(found.eigenvalue()).isCloseTo(-1 - Math.sqrt(5), within(1e-12));
    }

    @Test
    void aMatrixNeedsNotBeSymmetric() {
        PowerIteration.Eigenpair found =
                POWER.dominantEigenpair(Matrix.of(new double[] {2, 1}, new double[] {0, 1}), Vector.of(1, 1));

        assertThat(found.eigenvalue()).isCloseTo(2, within(1e-10));
        assertThat(found.eigenvector().distance(Vector.of(1, 0), 2)).isCloseTo(0, within(1e-10));
    }

    @Test
    void withoutADominantDirectionItDoesNotConverge() {
        Matrix swap = Matrix.of(new double[] {0, 1}, new double[] {1, 0});
        Matrix quarterTurn = Matrix.of(new double[] {0, -1}, new double[] {1, 0});

        assertThat(new PowerIteration(1e-9, 100)
                        .dominantEigenpair(swap, Vector.of(1, 0))
                        .converged())
                .isFalse();
        assertThat(new PowerIteration(1e-9, 100).dominantEigenpair(quarterTurn, Vector.of(1, 0)))
                .returns(false, PowerIteration.Eigenpair::converged)
                .returns(100, PowerIteration.Eigenpair::iterations);
    }

    @Test
    void theZeroMatrixHasOnlyZeroEigenvaluesAndNothingOverflows() {
        assertThat(POWER.dominantEigenpair(Matrix.zeros(2, 2), Vector.of(0, 2)))
                .isEqualTo(new PowerIteration.Eigenpair(0, Vector.of(0, 1), 1, true));
        assertThat(POWER.dominantEigenpair(Matrix.diagonal(1e200, 1e199), Vector.of(1, 1))
                        .eigenvalue())
                .isCloseTo(1e200, within(1e188));
    }

    @Test
    void invalidArgumentsAreRejected() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PowerIteration(0, 10));
        assertThatIllegalArgumentException().isThrownBy(() -> new PowerIteration(1e-9, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> POWER.dominantEigenpair(Matrix.identity(2), Vector.of(0, 0)))
                .withMessageContaining("must not be 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> POWER.dominantEigenpair(Matrix.zeros(2, 3), Vector.of(1, 1)))
                .withMessageContaining("(2, 3)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> POWER.dominantEigenpair(Matrix.identity(2).times(Double.NaN), Vector.of(1, 1)))
                .withMessageContaining("NaN");
    }

    @Test
    void ranksSolveTheEquations() {
        int[][] links = {{1, 2}, {2}, {0}, {0, 1, 2, 2}, {}};
        double damping = 0.85;
        int n = links.length;
        Matrix moves = Matrix.from(n, n, (to, from) -> {
            int count = 0;
            for (int target : links[from]) {
                count += target == to ? 1 : 0;
            }
            return links[from].length == 0 ? 1.0 / n : (double) count / links[from].length;
        });
        Vector expected = Lu.of(Matrix.identity(n).minus(moves.times(damping)))
                .solve(Vector.of(1, 1, 1, 1, 1).times((1 - damping) / n));

        Vector ranks = new PageRank(damping, 1e-12).rank(links);
        assertThat(ranks.distance(expected, 1)).isCloseTo(0, within(1e-11));
        assertThat(ranks.dot(Vector.of(1, 1, 1, 1, 1))).isCloseTo(1, within(1e-14));
    }

    @Test
    void aDampingNearOneStillIterates() {
        // The first two pages link to each other, the second to itself too.
        Vector ranks = new PageRank(Math.nextDown(1.0), 1e-12).rank(new int[][] {{1}, {0, 1}, {0}});

        assertThat(ranks.distance(Vector.of(1.0 / 3, 2.0 / 3, 0), 1)).isLessThan(1e-11);
    }

    @Test
    void ranksWithoutLinksAreEqual() {
        assertThat(new PageRank(0.85, 1e-9).rank(new int[4][0])).isEqualTo(Vector.of(0.25, 0.25, 0.25, 0.25));
        assertThat(new PageRank(0, 1e-9).rank(new int[][] {{1}, {1}})).isEqualTo(Vector.of(0.5, 0.5));
    }

    @Test
    void aLinkToNowhereIsRejectedWithBothPages() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PageRank(0.85, 1e-9).rank(new int[][] {{1}, {7}}))
                .withMessageContaining("page 1 links to page 7");
        assertThatIllegalArgumentException().isThrownBy(() -> new PageRank(0.85, 1e-9).rank(new int[0][]));
        assertThatIllegalArgumentException().isThrownBy(() -> new PageRank(1, 1e-9));
        assertThatIllegalArgumentException().isThrownBy(() -> new PageRank(0.85, 0));
    }
}
