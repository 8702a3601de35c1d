package gradus.checks.vectors;

import static gradus.proctor.assertions.Expect.calling;

import gradus.ml.linalg.Vector;
import gradus.proctor.assertions.Clause;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Overflow, underflow and catastrophic cancellation.
class VectorRangeChecks {

    @Test
    @DisplayName("dot keeps a small product between large ones that cancel")
    @Clause("dot")
    void smallProductsSurvive() {
        calling(
                        "Vector.of(1e16, 0.75, -1e16, 0.5).dot(Vector.of(1, 1, 1, 1))",
                        () -> Vector.of(1e16, 0.75, -1e16, 0.5).dot(Vector.of(1, 1, 1, 1)))
                .gives(1.25, "the large ones cancel, and compensated summation, as in Numerics.sum, keeps 0.75 + 0.5");
        calling(
                        "Vector.of(3, 1e10, -1e10).dot(Vector.of(1, 1e10, 1e10))",
                        () -> Vector.of(3, 1e10, -1e10).dot(Vector.of(1, 1e10, 1e10)))
                .gives(3.0, "the products are 3, 1e20 and −1e20");
    }

    @Test
    @DisplayName("the norm neither overflows nor underflows at 1e200 and 1e-200")
    @Clause("range")
    void normAtExtremes() {
        for (double size : new double[] {1e200, 1e-200}) {
            calling(
                            "Vector.of(" + 3 * size + ", " + 4 * size + ").norm()",
                            () -> Vector.of(3 * size, 4 * size).norm())
                    .within(1e-9, 0)
                    .gives(5 * size, "5 times " + size + " fits in a double, although its square does not");
        }
    }

    @Test
    @DisplayName("the cosine is accurate at 1e200 and 1e-200")
    @Clause("range")
    void cosineAtExtremes() {
        for (double size : new double[] {1e200, 1e-200}) {
            calling(
                            "Vector.of(" + 3 * size + ", " + 4 * size + ").cosine(Vector.of(" + 4 * size + ", "
                                    + 3 * size + "))",
                            () -> Vector.of(3 * size, 4 * size).cosine(Vector.of(4 * size, 3 * size)))
                    .gives(0.96, "the same directions as (3, 4) and (4, 3)");
        }
    }

    @Test
    @DisplayName("the projection is accurate at 1e200 and 1e-200")
    @Clause("range")
    void projectionAtExtremes() {
        for (double size : new double[] {1e200, 1e-200}) {
            calling(
                            "Vector.of(" + 3 * size + ", " + size + ").projectOn(Vector.of(" + size + ", " + size
                                    + "))",
                            () -> Vector.of(3 * size, size)
                                    .projectOn(Vector.of(size, size))
                                    .toArray())
                    .within(1e-9, 0)
                    .gives(new double[] {2 * size, 2 * size}, "as (3, 1) on (1, 1) is (2, 2)");
        }
    }

    @Test
    @DisplayName("the distance neither overflows nor underflows, at 1e200 and 1e-200 or at order 1000")
    @Clause("range")
    void distanceAtExtremes() {
        for (double size : new double[] {1e200, 1e-200}) {
            calling(
                            "Vector.of(" + size + ", 0).distance(Vector.of(0, " + size + "), 3)",
                            () -> Vector.of(size, 0).distance(Vector.of(0, size), 3))
                    .within(1e-9, 0)
                    .gives(size * Math.cbrt(2), "the cube root of 2, times " + size);
        }
        calling(
                        "Vector.of(0, 0).distance(Vector.of(3, 4), 1000)",
                        () -> Vector.of(0, 0).distance(Vector.of(3, 4), 1000))
                .gives(4.0, "at order 1000, only the largest difference counts");
    }
}
