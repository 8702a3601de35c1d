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
    @DisplayName("the dot product of (1, 4, 3) and (2, 7, 8) is 54")
    @Clause("dot")
    void dotByHand() {
        calling(
                        "Vector.of(1, 4, 3).dot(Vector.of(2, 7, 8))",
                        () -> Vector.of(1, 4, 3).dot(Vector.of(2, 7, 8)))
                .gives(54.0, "1·2 + 4·7 + 3·8 = 54");
    }

    @Test
    @DisplayName("the norm of (5, −12) is 13")
    @Clause("norm")
    void normByHand() {
        calling("Vector.of(5, -12).norm()", () -> Vector.of(5, -12).norm())
                .gives(13.0, "the square root of the sum of the squares, 25 + 144 = 169, is 13");
    }

    @Test
    @DisplayName("the norm of (2, 3, 6) is 7: every component counts")
    @Clause("norm")
    void normInSpace() {
        calling("Vector.of(2, 3, 6).norm()", () -> Vector.of(2, 3, 6).norm())
                .gives(7.0, "the square root of 2² + 3² + 6² = 49 is 7");
    }

    @Test
    @DisplayName("the cosine of (4, 3) and (5, 12) is 56/65")
    @Clause("cosine")
    void cosineByHand() {
        calling(
                        "Vector.of(4, 3).cosine(Vector.of(5, 12))",
                        () -> Vector.of(4, 3).cosine(Vector.of(5, 12)))
                .gives(56.0 / 65, "the dot product is 56, the norms are 5 and 13, and 56 / 65 is about 0.86");
    }

    @Test
    @DisplayName("the projection of (3, 2) on (4, 0) is (3, 0), and that of (2, −9) on (3, 4) is (−3.6, −4.8)")
    @Clause("projection")
    void projectionByHand() {
        calling(
                        "Vector.of(3, 2).projectOn(Vector.of(4, 0))",
                        () -> Vector.of(3, 2).projectOn(Vector.of(4, 0)).toArray())
                .gives(new double[] {3, 0}, "(3, 2) reaches 3 along the first axis, so its projection is (3, 0)");
        calling(
                        "Vector.of(2, -9).projectOn(Vector.of(3, 4))",
                        () -> Vector.of(2, -9).projectOn(Vector.of(3, 4)).toArray())
                .gives(new double[] {-3.6, -4.8}, "the dot product is negative, so the shadow is behind the origin");
    }

    @Test
    @DisplayName("from (4, 1, 2) to (1, −8, 6.5), the Manhattan distance is 16.5, the Euclidean 10.5, the Chebyshev 9")
    @Clause("distance")
    void distanceByHand() {
        Vector from = Vector.of(4, 1, 2);
        Vector to = Vector.of(1, -8, 6.5);
        calling("Vector.of(4, 1, 2).distance(Vector.of(1, -8, 6.5), 1)", () -> from.distance(to, 1))
                .gives(16.5, "|4 − 1| + |1 − (−8)| + |2 − 6.5| = 3 + 9 + 4.5");
        calling("Vector.of(4, 1, 2).distance(Vector.of(1, -8, 6.5), 2)", () -> from.distance(to, 2))
                .gives(10.5, "the square root of 3² + 9² + 4.5² = 110.25 is 10.5");
        calling(
                        "Vector.of(4, 1, 2).distance(Vector.of(1, -8, 6.5), Double.POSITIVE_INFINITY)",
                        () -> from.distance(to, Double.POSITIVE_INFINITY))
                .gives(9.0, "the largest of the differences 3, 9 and 4.5");
    }
}
