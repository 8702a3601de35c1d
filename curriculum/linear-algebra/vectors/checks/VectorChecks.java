package gradus.checks.vectors;

import static gradus.proctor.assertions.Expect.calling;
import static gradus.proctor.assertions.Expect.unchanged;

import gradus.ml.linalg.Vector;
import gradus.proctor.assertions.Clause;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Invalid arguments, the zero vector, and immutability.
class VectorChecks {

    private static final double[] ORDERS = {1, 1.5, 2, 3, Double.POSITIVE_INFINITY};

    @Test
    @DisplayName("plus throws if the sizes differ")
    @Clause("sizes-differ")
    void plusRefusesOtherSizes() {
        String why = "there is no sum of vectors of different sizes";
        calling(
                        "Vector.of(1, 2).plus(Vector.of(1, 2, 3))",
                        () -> Vector.of(1, 2).plus(Vector.of(1, 2, 3)))
                .failsSaying(IllegalArgumentException.class, "2 3", why);
        calling(
                        "Vector.of(1, 2, 3).plus(Vector.of(1, 2))",
                        () -> Vector.of(1, 2, 3).plus(Vector.of(1, 2)))
                .failsSaying(IllegalArgumentException.class, "2 3", why);
    }

    @Test
    @DisplayName("dot, cosine, projectOn and distance throw if the sizes differ")
    @Clause("sizes-differ")
    void productsRefuseOtherSizes() {
        String why = "every component needs a partner with the same index";
        Vector two = Vector.of(1, 2);
        for (double last : new double[] {3, 0}) {
            Vector three = Vector.of(1, 2, last);
            String name = "Vector.of(1, 2, " + last + ")";
            calling("Vector.of(1, 2).dot(" + name + ")", () -> two.dot(three))
                    .failsSaying(IllegalArgumentException.class, "2 3", why);
            calling(name + ".dot(Vector.of(1, 2))", () -> three.dot(two))
                    .failsSaying(IllegalArgumentException.class, "2 3", why);
            calling("Vector.of(1, 2).cosine(" + name + ")", () -> two.cosine(three))
                    .failsSaying(IllegalArgumentException.class, "2 3", why);
            calling("Vector.of(1, 2).projectOn(" + name + ")", () -> two.projectOn(three))
                    .failsSaying(IllegalArgumentException.class, "2 3", why);
            for (double p : ORDERS) {
                calling("Vector.of(1, 2).distance(" + name + ", " + p + ")", () -> two.distance(three, p))
                        .failsSaying(IllegalArgumentException.class, "2 3", why);
            }
        }
    }

    @Test
    @DisplayName("a zero vector of another size is refused as well")
    @Clause("sizes-differ")
    void zeroVectorsOfOtherSizes() {
        String why = "the sizes differ, whatever the components are";
        Vector zero = Vector.of(0);
        Vector two = Vector.of(1, 2);
        calling("Vector.of(0).plus(Vector.of(1, 2))", () -> zero.plus(two)).fails(IllegalArgumentException.class, why);
        calling("Vector.of(1, 2).plus(Vector.of(0))", () -> two.plus(zero)).fails(IllegalArgumentException.class, why);
        calling("Vector.of(0).dot(Vector.of(1, 2))", () -> zero.dot(two)).fails(IllegalArgumentException.class, why);
        calling("Vector.of(1, 2).dot(Vector.of(0))", () -> two.dot(zero)).fails(IllegalArgumentException.class, why);
    }

    @Test
    @DisplayName("times with a negative factor reverses the vector, and with 0 leaves nothing of it")
    @Clause("components")
    void timesNegative() {
        calling(
                        "Vector.of(1, -2, 4).times(-3)",
                        () -> Vector.of(1, -2, 4).times(-3).toArray())
                .gives(new double[] {-3, 6, -12}, "every component is multiplied by −3");
        calling(
                        "Vector.of(1, -2, 4).times(0)",
                        () -> Vector.of(1, -2, 4).times(0).toArray())
                .gives(new double[] {0, 0, 0}, "every component is multiplied by 0");
    }

    @Test
    @DisplayName("the zero vector has norm 0 and distance 0 from itself")
    @Clause({"norm", "distance"})
    void zeroHasLengthZero() {
        Vector zero = Vector.of(0, 0);
        calling("Vector.of(0, 0).norm()", zero::norm).gives(0.0, "the square root of 0 is 0");
        for (double p : ORDERS) {
            calling("Vector.of(0, 0).distance(Vector.of(0, 0), " + p + ")", () -> zero.distance(zero, p))
                    .gives(0.0, "no component differs");
        }
    }

    @Test
    @DisplayName("cosine with a zero vector throws, and so does projectOn with a zero axis")
    @Clause("zero")
    void zeroHasNoDirection() {
        String why = "a zero vector has no direction, so there is no angle";
        Vector zero = Vector.of(0, 0);
        Vector other = Vector.of(1, 2);
        calling("Vector.of(1, 2).cosine(Vector.of(0, 0))", () -> other.cosine(zero))
                .fails(IllegalArgumentException.class, why);
        calling("Vector.of(0, 0).cosine(Vector.of(1, 2))", () -> zero.cosine(other))
                .fails(IllegalArgumentException.class, why);
        calling("Vector.of(1, 2).projectOn(Vector.of(0, 0))", () -> other.projectOn(zero))
                .fails(
                        IllegalArgumentException.class,
                        "a zero vector has no direction, so there is no line to project on");
        calling(
                        "Vector.of(0, 0).projectOn(Vector.of(1, 2))",
                        () -> zero.projectOn(other).toArray())
                .gives(new double[] {0, 0}, "the projection of the zero vector on any other axis is the zero vector");
    }

    @Test
    @DisplayName("distance throws if its order is below 1 or NaN")
    @Clause("order")
    void ordersBelowOneAreRefused() {
        String why = "the order of a distance is at least 1";
        double[] refused = {0.5, 0, -1, Double.NEGATIVE_INFINITY, Double.NaN};
        for (double p : refused) {
            calling(
                            "Vector.of(1, 2).distance(Vector.of(4, -2), " + p + ")",
                            () -> Vector.of(1, 2).distance(Vector.of(4, -2), p))
                    .fails(IllegalArgumentException.class, why);
        }
        for (double p : refused) {
            calling(
                            "Vector.of(1, 2).distance(Vector.of(1, 2), " + p + ")",
                            () -> Vector.of(1, 2).distance(Vector.of(1, 2), p))
                    .fails(IllegalArgumentException.class, why + ", also if no component differs");
        }
    }

    @Test
    @DisplayName("no method changes its vectors")
    @Clause("unchanged")
    void nothingChanges() {
        double[] before = {3, -1, 2};
        double[] beforeOther = {5, 6, -4};
        Vector x = Vector.of(before);
        Vector y = Vector.of(beforeOther);
        calling("x.plus(y)", () -> x.plus(y)).result();
        unchangedBoth("x.plus(y)", before, x, beforeOther, y);
        calling("x.times(2)", () -> x.times(2)).result();
        unchangedBoth("x.times(2)", before, x, beforeOther, y);
        calling("x.dot(y)", () -> x.dot(y)).result();
        unchangedBoth("x.dot(y)", before, x, beforeOther, y);
        calling("x.norm()", x::norm).result();
        unchangedBoth("x.norm()", before, x, beforeOther, y);
        calling("x.cosine(y)", () -> x.cosine(y)).result();
        unchangedBoth("x.cosine(y)", before, x, beforeOther, y);
        calling("x.projectOn(y)", () -> x.projectOn(y)).result();
        unchangedBoth("x.projectOn(y)", before, x, beforeOther, y);
        calling("x.distance(y, 3)", () -> x.distance(y, 3)).result();
        unchangedBoth("x.distance(y, 3)", before, x, beforeOther, y);
    }

    @Test
    @DisplayName("the contract holds for a vector and itself, too")
    @Clause({"zero", "order", "components"})
    void withItself() {
        Vector zero = Vector.of(0, 0);
        Vector x = Vector.of(1, 2);
        calling("z.cosine(z) for z = Vector.of(0, 0)", () -> zero.cosine(zero))
                .fails(IllegalArgumentException.class, "a zero vector has no direction");
        calling("z.projectOn(z) for z = Vector.of(0, 0)", () -> zero.projectOn(zero))
                .fails(IllegalArgumentException.class, "a zero vector has no direction");
        calling("x.distance(x, 0.5) for x = Vector.of(1, 2)", () -> x.distance(x, 0.5))
                .fails(IllegalArgumentException.class, "an order below 1 is a mistake of the caller");
        calling("x.distance(x, Double.NaN) for x = Vector.of(1, 2)", () -> x.distance(x, Double.NaN))
                .fails(IllegalArgumentException.class, "NaN is no order");
        calling("x.plus(x) for x = Vector.of(1, 2)", () -> x.plus(x).toArray())
                .gives(new double[] {2, 4}, "each component is added to itself");
    }

    private static void unchangedBoth(String call, double[] before, Vector x, double[] beforeOther, Vector y) {
        unchanged("x after " + call, before, x.toArray());
        unchanged("y after " + call, beforeOther, y.toArray());
    }
}
