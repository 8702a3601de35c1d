package gradus.checks.vectors;

import static gradus.proctor.assertions.Expect.calling;

import gradus.ml.linalg.Vector;
import gradus.proctor.assertions.Clause;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Each method once, with numbers that you can check with a pencil.
class VectorTest {

    @Test
    @DisplayName("(1, 2) plus (3, 5) is (4, 7)")
    @Clause("components")
    void plusByHand() {
        calling(
                        "Vector.of(1, 2).plus(Vector.of(3, 5))",
                        () -> Vector.of(1, 2).plus(Vector.of(3, 5)).toArray())
                .gives(new double[] {4, 7}, "1 + 3 = 4 and 2 + 5 = 7");
    }

    @Test
    @DisplayName("(1, −2) times 3 is (3, −6)")
    @Clause("components")
    void timesByHand() {
        calling("Vector.of(1, -2).times(3)", () -> Vector.of(1, -2).times(3).toArray())
                .gives(new double[] {3, -6}, "every component is multiplied by 3");
    }

    @Test
    @DisplayName("the dot product of (1, 3, 2) and (4, 5, 7) is 33")
    @Clause("dot")
    void dotByHand() {
        calling(
                        "Vector.of(1, 3, 2).dot(Vector.of(4, 5, 7))",
                        () -> Vector.of(1, 3, 2).dot(Vector.of(4, 5, 7)))
                .gives(33.0, "1·4 + 3·5 + 2·7 = 33");
    }

    @Test
    @DisplayName("the norm of (3, −4) is 5")
    @Clause("norm")
    void normByHand() {
        calling("Vector.of(3, -4).norm()", () -> Vector.of(3, -4).norm())
                .gives(5.0, "the square root of 3² + (−4)² = 25 is 5");
    }

    @Test
    @DisplayName("the norm of (2, 3, 6) is 7: every component counts")
    @Clause("norm")
    void normInSpace() {
        calling("Vector.of(2, 3, 6).norm()", () -> Vector.of(2, 3, 6).norm())
                .gives(7.0, "the square root of 2² + 3² + 6² = 49 is 7");
    }

    @Test
    @DisplayName("the cosine of (3, 4) and (4, 3) is 0.96")
    @Clause("cosine")
    void cosineByHand() {
        calling("Vector.of(3, 4).cosine(Vector.of(4, 3))", () -> Vector.of(3, 4).cosine(Vector.of(4, 3)))
                .gives(0.96, "the dot product is 24, both norms are 5, and 24 / 25 = 0.96");
    }

    @Test
    @DisplayName("the projection of (2, 3) on (4, 0) is (2, 0)")
    @Clause("projection")
    void projectionByHand() {
        calling(
                        "Vector.of(2, 3).projectOn(Vector.of(4, 0))",
                        () -> Vector.of(2, 3).projectOn(Vector.of(4, 0)).toArray())
                .gives(new double[] {2, 0}, "(2, 3) reaches 2 along the first axis, so its projection is (2, 0)");
    }

    @Test
    @DisplayName("from (4, 1, 2) to (2, −5, 5), the Manhattan distance is 11, the Euclidean 7, the Chebyshev 6")
    @Clause("distance")
    void distanceByHand() {
        Vector from = Vector.of(4, 1, 2);
        Vector to = Vector.of(2, -5, 5);
        calling("Vector.of(4, 1, 2).distance(Vector.of(2, -5, 5), 1)", () -> from.distance(to, 1))
                .gives(11.0, "|4 − 2| + |1 − (−5)| + |2 − 5| = 2 + 6 + 3");
        calling("Vector.of(4, 1, 2).distance(Vector.of(2, -5, 5), 2)", () -> from.distance(to, 2))
                .gives(7.0, "the square root of 2² + 6² + 3² = 49 is 7");
        calling(
                        "Vector.of(4, 1, 2).distance(Vector.of(2, -5, 5), Double.POSITIVE_INFINITY)",
                        () -> from.distance(to, Double.POSITIVE_INFINITY))
                .gives(6.0, "the largest of the differences 2, 6 and 3");
    }
}
