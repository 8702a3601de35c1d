package gradus.checks.vectors;

import static gradus.proctor.assertions.Expect.calling;

import gradus.ml.linalg.Vector;
import gradus.proctor.assertions.Clause;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Overflow, underflow and catastrophic cancellation.
class VectorRangeChecks {

    /// Squares overflow or vanish at the first two and at 155; at the last two, they keep only some of their digits.
    private static final int[] POWERS = {200, -200, 155, -160, -162};

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
    @DisplayName("the norm neither overflows nor underflows, at 1e200 and 1e-200 or where squares lose digits")
    @Clause("range")
    void normAtExtremes() {
        for (int power : POWERS) {
            calling(
                            "Vector.of(3e" + power + ", 4e" + power + ").norm()",
                            () -> Vector.of(at(3, power), at(4, power)).norm())
                    .within(1e-9, 0)
                    .gives(at(5, power), "as the norm of (3, 4) is 5, although squares of such numbers don't fit");
        }
    }

    @Test
    @DisplayName("the cosine is accurate at 1e200 and 1e-200, and where squares lose digits")
    @Clause("range")
    void cosineAtExtremes() {
        for (int power : POWERS) {
            Vector x = Vector.of(at(3, power), at(4, power));
            Vector y = Vector.of(at(4, power), at(3, power));
            calling(
                            "Vector.of(3e" + power + ", 4e" + power + ").cosine(Vector.of(4e" + power + ", 3e" + power
                                    + "))",
                            () -> x.cosine(y))
                    .gives(0.96, "the same directions as (3, 4) and (4, 3)");
        }
    }

    @Test
    @DisplayName("the projection is accurate at 1e200 and 1e-200, and where squares lose digits")
    @Clause("range")
    void projectionAtExtremes() {
        for (int power : POWERS) {
            Vector x = Vector.of(at(3, power), at(1, power));
            Vector axis = Vector.of(at(1, power), at(1, power));
            calling(
                            "Vector.of(3e" + power + ", 1e" + power + ").projectOn(Vector.of(1e" + power + ", 1e"
                                    + power + "))",
                            () -> x.projectOn(axis).toArray())
                    .within(1e-9, 0)
                    .gives(new double[] {at(2, power), at(2, power)}, "as (3, 1) on (1, 1) is (2, 2)");
        }
    }

    @Test
    @DisplayName("the distance neither overflows nor underflows, at 1e200 and 1e-200 or at orders up to a million")
    @Clause({"range", "distance", "order"})
    void distanceAtExtremes() {
        for (int power : new int[] {200, -200, 103, -108}) {
            Vector x = Vector.of(at(4, power), at(1, power));
            Vector y = Vector.of(at(1, power), at(5, power));
            calling(
                            "Vector.of(4e" + power + ", 1e" + power + ").distance(Vector.of(1e" + power + ", 5e" + power
                                    + "), 3)",
                            () -> x.distance(y, 3))
                    .within(1e-9, 0)
                    .gives(Math.cbrt(91) * at(1, power), "the cube root of 3³ + 4³ = 91, times 1e" + power);
        }
        calling(
                        "Vector.of(0, 0).distance(Vector.of(3, 4), 1000)",
                        () -> Vector.of(0, 0).distance(Vector.of(3, 4), 1000))
                .gives(4.0, "at order 1000, only the largest difference counts");
        for (double p : new double[] {100, 2000, 1e6}) {
            calling(
                            "Vector.of(0, 0).distance(Vector.of(2.5, 2.5), " + p + ")",
                            () -> Vector.of(0, 0).distance(Vector.of(2.5, 2.5), p))
                    .gives(2.5 * Math.pow(2, 1 / p), "the p-th root of 2, times 2.5: both differences are the largest");
        }
    }

    /// The double that a program means by `digit` and this power of ten.
    private static double at(int digit, int power) {
        return Double.parseDouble(digit + "e" + power);
    }
}
