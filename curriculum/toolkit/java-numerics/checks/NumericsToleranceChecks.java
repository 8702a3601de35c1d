package gradus.checks.java_numerics;

import static gradus.proctor.assertions.Expect.calling;
import static gradus.proctor.property.MetamorphicRelations.relations;
import static gradus.proctor.property.Property.forAll;

import gradus.ml.numbers.Numerics;
import gradus.proctor.assertions.Clause;
import gradus.proctor.format.JavaLiterals;
import gradus.proctor.property.Gen;
import gradus.proctor.property.Pair;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The hidden checks of approximate equality: near 0, among big numbers, at the edges of `double`.
class NumericsToleranceChecks {

    private static final double INFINITY = Double.POSITIVE_INFINITY;
    private static final double NAN = Double.NaN;

    /// The four arguments of a call. Whole numbers and quarters: every product and difference is exact.
    private record Arguments(double a, double b, double relative, double absolute) {

        private static final Gen<Double> WHOLE = Gen.ints(-8, 8).map(Integer::doubleValue);
        private static final Gen<Arguments> EXACT =
                all(WHOLE, WHOLE, Gen.oneOf(0.0, 0.25, 0.5, 1.0, 2.0), Gen.oneOf(0.0, 0.5, 1.0, 2.0, 3.0));

        static Gen<Arguments> all(Gen<Double> a, Gen<Double> b, Gen<Double> relative, Gen<Double> absolute) {
            return Gen.pairs(Gen.pairs(a, b), Gen.pairs(relative, absolute)).map(Arguments::of);
        }

        private static Arguments of(Pair<Pair<Double, Double>, Pair<Double, Double>> pairs) {
            return new Arguments(
                    pairs.first().first(),
                    pairs.first().second(),
                    pairs.second().first(),
                    pairs.second().second());
        }

        boolean areClose() {
            return Numerics.close(a, b, relative, absolute);
        }

        Arguments swapped() {
            return new Arguments(b, a, relative, absolute);
        }

        Arguments negated() {
            return new Arguments(-a, -b, relative, absolute);
        }

        Arguments doubled() {
            return new Arguments(2 * a, 2 * b, relative, 2 * absolute);
        }

        String call() {
            return "Numerics.close(" + JavaLiterals.elements(new double[] {a, b, relative, absolute}) + ")";
        }

        void give(boolean expected, String why) {
            calling(this::call, this::areClose).gives(expected, why);
        }
    }

    @Test
    @DisplayName("equal numbers are close even if both tolerances are 0")
    @Clause("close-symmetric")
    void equalNumbersAreClose() {
        closeGives(2.5, 2.5, 0, 0, true, "they do not differ");
        closeGives(0.0, -0.0, 0, 0, true, "0 and −0 are the same number");
    }

    @Test
    @DisplayName("numbers within both tolerances are close")
    @Clause("close")
    void closeWithinBothTolerances() {
        closeGives(5, 5.25, 0.25, 1, true, "they differ by 0.25, and the tolerances are 0.25 · 5.25 = 1.3125 and 1");
    }

    @Test
    @DisplayName("near 0 the absolute tolerance decides")
    @Clause("close")
    void closeNearZero() {
        closeGives(1e-12, 0, 1e-9, 1e-9, true, "1e-12 is less than the absolute tolerance, 1e-9");
        closeGives(1e-12, -1e-12, 0.5, 1e-9, true, "2e-12 is less than the absolute tolerance, 1e-9");
        closeGives(1e-12, 0, 1e-9, 0, false, "without an absolute tolerance only 0 is close to 0");
    }

    @Test
    @DisplayName("the relative tolerance grows with the numbers")
    @Clause("close")
    void closeAmongBigNumbers() {
        closeGives(1e20, 1e20 + 1e10, 1e-9, 0, true, "they differ by 1e10, and the tolerance is 1e-9 · 1e20");
        closeGives(1e20, 1e20 + 1e12, 1e-9, 1, false, "they differ by 1e12, and the tolerance is 1e-9 · 1e20");
    }

    @Test
    @DisplayName("numbers that differ by exactly the tolerance are close")
    @Clause("close-edge")
    void closeAtTheTolerance() {
        closeGives(1, 1.5, 0, 0.5, true, "0.5 is not more than 0.5");
        closeGives(1, 2, 0.5, 0, true, "1 is not more than 0.5 · 2");
    }

    @Test
    @DisplayName("the larger tolerance decides, not the sum of both")
    @Clause("close")
    void closeTakesTheLargerTolerance() {
        closeGives(1000, 1100, 0.05, 60, false, "they differ by 100, and the tolerances are 0.05 · 1100 = 55 and 60");
    }

    @Test
    @DisplayName("the relative tolerance is measured against the larger absolute value, first or second")
    @Clause({"close", "close-symmetric"})
    void closeMeasuresAgainstTheLarger() {
        String why = "they differ by 100, and the tolerance is 0.095 · 1100 = 104.5";
        closeGives(1100, 1000, 0.095, 0, true, why);
        closeGives(1000, 1100, 0.095, 0, true, why);
        closeGives(-1100, -1000, 0.095, 0, true, why);
    }

    @Test
    @DisplayName("close follows its formula for positive and negative numbers, below, at and above the tolerance")
    @Clause({"close", "close-edge"})
    void closeFollowsItsFormula() {
        forAll(Arguments.EXACT).cases(1000).check(it -> {
            double difference = Math.abs(it.a - it.b);
            double allowed = Math.max(it.absolute, it.relative * Math.max(Math.abs(it.a), Math.abs(it.b)));
            it.give(difference <= allowed, "they differ by " + difference + ", and the larger tolerance is " + allowed);
        });
    }

    @Test
    @DisplayName("close is symmetric: swapping its numbers changes nothing")
    @Clause("close-symmetric")
    void closeIsSymmetric() {
        relations(Arguments.EXACT, Arguments::call, Arguments::areClose)
                .invariant("the two numbers swapped", Arguments::swapped, "neither of the two is the true one");
    }

    @Test
    @DisplayName(
            "close depends on the distance, so both numbers may change their sign or be doubled with the tolerance")
    @Clause("close")
    void closeMovesWithItsNumbers() {
        relations(Arguments.EXACT, Arguments::call, Arguments::areClose)
                .invariant("both signs changed", Arguments::negated, "only absolute values count")
                .invariant("all but the relative tolerance doubled", Arguments::doubled, "both sides double");
    }

    @Test
    @DisplayName("NaN is not close to 1")
    @Clause("close-to-nothing")
    void nanIsNotCloseToOne() {
        closeGives(NAN, 1, 1e-9, 1e-9, false, "NaN has no distance to anything");
    }

    @Test
    @DisplayName("NaN is close to no number and to no infinity")
    @Clause("close-to-nothing")
    void nanIsCloseToNothing() {
        Gen<Double> other = Gen.oneOf(NAN, 0.0, 1.0, INFINITY, -INFINITY);
        Gen<Double> tolerance = Gen.oneOf(0.0, 1e-9, 1.0, INFINITY);
        forAll(Arguments.all(Gen.constant(NAN), other, tolerance, tolerance)).check(it -> {
            it.give(false, "NaN has no distance to anything");
            it.swapped().give(false, "NaN has no distance to anything");
        });
    }

    @Test
    @DisplayName("an infinity is close only to itself, and an infinite tolerance keeps equal numbers close")
    @Clause({"close-to-nothing", "close-symmetric"})
    void infinityIsCloseToNothingElse() {
        Gen<Double> infinity = Gen.oneOf(INFINITY, -INFINITY);
        Gen<Double> other = Gen.oneOf(1.0, INFINITY, -INFINITY, Double.MAX_VALUE);
        Gen<Double> tolerance = Gen.oneOf(0.0, 1e-9, 1.0, INFINITY);
        forAll(Arguments.all(infinity, other, tolerance, tolerance)).check(it -> {
            String why = it.a == it.b ? "they are the same" : "every other number is infinitely far from infinity";
            it.give(it.a == it.b, why);
            it.swapped().give(it.a == it.b, why);
        });
        closeGives(0.0, 0.0, INFINITY, 0, true, "they do not differ, although Infinity · 0 is NaN");
    }

    @Test
    @DisplayName("close throws if a tolerance is negative or NaN, and its message has the tolerance")
    @Clause("tolerances")
    void badTolerances() {
        Gen<Double> number = Gen.oneOf(1.0, 2.0, 0.0, NAN, INFINITY);
        Gen<Double> good = Gen.oneOf(0.0, 0.75, INFINITY);
        Gen<Double> bad = Gen.oneOf(-0.5, NAN, -0.25, -INFINITY);
        forAll(Arguments.all(number, number, good, bad)).check(it -> {
            fails(it, it.absolute);
            fails(new Arguments(it.a, it.b, it.absolute, it.relative), it.absolute);
        });
    }

    private static void fails(Arguments arguments, double bad) {
        calling(arguments::call, arguments::areClose)
                .failsSaying(
                        IllegalArgumentException.class,
                        "tolerance " + bad,
                        "such a tolerance is a mistake of the caller, who wants to know which number it was");
    }

    private static void closeGives(double a, double b, double relative, double absolute, boolean expected, String why) {
        new Arguments(a, b, relative, absolute).give(expected, why);
    }
}
