package gradus.checks.eigen;

import static gradus.proctor.assertions.Expect.calling;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.PageRank;
import gradus.ml.linalg.PowerIteration;
import gradus.ml.linalg.PowerIteration.Eigenpair;
import gradus.ml.linalg.Vector;
import gradus.proctor.assertions.Clause;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The visible checks: run them in your IDE as often as you like.
class EigenTest {

    /// A month of rabbits: adults and young pairs.
    private static final Matrix RABBITS = Matrix.of(new double[] {1, 1}, new double[] {1, 0});

    @Test
    @DisplayName("the first Rayleigh quotient is that of the start")
    @Clause("rayleigh")
    void firstRayleighQuotient() {
        PowerIteration once = new PowerIteration(1e-9, 1);
        calling(
                        "new PowerIteration(1e-9, 1).dominantEigenpair(rabbits::times, Vector.of(1, 1)).eigenvalue()",
                        () -> once.dominantEigenpair(RABBITS::times, Vector.of(1, 1))
                                .eigenvalue())
                .gives(1.5, "the image of (1, 1) is (2, 1), and (1·2 + 1·1) / (1·1 + 1·1) = 1.5");
        calling(
                        "new PowerIteration(1e-9, 1).dominantEigenpair(rabbits::times, Vector.of(2, 1)).eigenvalue()",
                        () -> once.dominantEigenpair(RABBITS::times, Vector.of(2, 1))
                                .eigenvalue())
                .gives(1.6, "the image of (2, 1) is (3, 2), and (2·3 + 1·2) / (2·2 + 1·1) = 1.6");
    }

    @Test
    @DisplayName("rabbits end in the mix of 1.618 adults for each young pair")
    @Clause({"eigenpair", "unit"})
    void rabbits() {
        Eigenpair pair = calling(
                        "new PowerIteration(1e-10, 1000).dominantEigenpair(rabbits::times, Vector.of(1, 0))",
                        () -> new PowerIteration(1e-10, 1000).dominantEigenpair(RABBITS::times, Vector.of(1, 0)))
                .result();
        double growth = (1 + Math.sqrt(5)) / 2;
        calling("pair.converged()", pair::converged).gives(true, "1,000 iterations are plenty here");
        calling("pair.eigenvalue()", pair::eigenvalue).gives(growth, "the growth in a month, (1 + √5) / 2");
        calling("pair.eigenvector().toArray()", () -> pair.eigenvector().toArray())
                .within(0, 1e-9)
                .gives(
                        new double[] {growth / Math.hypot(growth, 1), 1 / Math.hypot(growth, 1)},
                        "the direction of (1.618, 1), with length 1");
    }

    @Test
    @DisplayName("four airports and a dead end, with the damping factor 0.5")
    @Clause({"ranks", "dangling"})
    void fourAirports() {
        calling(
                        "new PageRank(0.5, 1e-12).rank({{1}, {0, 2, 3}, {1, 3}, {}})",
                        () -> new PageRank(0.5, 1e-12)
                                .rank(new int[][] {{1}, {0, 2, 3}, {1, 3}, {}})
                                .toArray())
                .gives(
                        new double[] {4.0 / 19, 6.0 / 19, 4.0 / 19, 5.0 / 19},
                        "put them into the equation of the ranks: each gets what flows to it");
    }

    @Test
    @DisplayName("two pages that link to each other are equal")
    @Clause("ranks")
    void twoPages() {
        calling(
                        "new PageRank(0.85, 1e-12).rank({{1}, {0}})",
                        () -> new PageRank(0.85, 1e-12)
                                .rank(new int[][] {{1}, {0}})
                                .toArray())
                .gives(new double[] {0.5, 0.5}, "swapping them changes nothing, and the sum is 1");
    }
}
