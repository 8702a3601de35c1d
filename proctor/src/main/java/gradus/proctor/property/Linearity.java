package gradus.proctor.property;

import gradus.proctor.assertions.Expect;
import gradus.proctor.diagnosis.Contents;
import gradus.proctor.failure.CheckFault;
import gradus.proctor.format.JavaLiterals;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// Property tests of linear maps: whether a function of vectors is linear, and whether two functions are
/// adjoint, as the products with a matrix and with its transpose are, or the forward and backward pass of a
/// linear layer.
public final class Linearity {

    private static final double TOLERANCE = 1e-9;
    private static final Gen<Double> ELEMENTS = Gen.doubles(-10, 10);

    private Linearity() {}

    /// Asserts linearity: f(a·x + y) = a·f(x) + f(y).
    ///
    /// @param name the function as a learner would write it, without its argument: `a.times`
    public static void isLinear(String name, int dimension, UnaryOperator<double[]> function, String why) {
        CheckFault.requireAtLeast("the dimension", dimension, 1);
        Gen<Pair<Pair<double[], double[]>, Integer>> cases =
                Gen.pairs(Gen.pairs(Gen.array(ELEMENTS, dimension), Gen.array(ELEMENTS, dimension)), Gen.ints(-4, 4));
        Property.forAll(cases).check(sample -> {
            double[] x = sample.first().first();
            double[] y = sample.first().second();
            double a = sample.second();
            double[] argument = linearCombination(a, x, y);
            double[] ofX = numbers(() -> callText(name, x), function, x, why);
            double[] ofY = numbers(() -> callText(name, y), function, y, why);
            Expect.that(ofX.length == ofY.length, () -> callText(name, y), ofX.length + " numbers", ofY, why);
            double[] expected = linearCombination(a, ofX, ofY);
            Expect.calling(
                            () -> callText(name, argument) + ", which is " + JavaLiterals.number(a) + "·x + y for x = {"
                                    + JavaLiterals.elements(x) + "} and y = {" + JavaLiterals.elements(y) + "},",
                            () -> function.apply(argument))
                    .within(TOLERANCE, bound(1 + norm(ofX) + norm(ofY)))
                    .gives(expected, why);
        });
    }

    /// Asserts that two linear maps are adjoint: ⟨A·x, y⟩ = ⟨x, Aᵀ·y⟩.
    ///
    /// @param inputs the dimension of A's argument and of Aᵀ's result
    /// @param outputs the dimension of A's result and of Aᵀ's argument
    public static void areAdjoint(
            String name,
            UnaryOperator<double[]> function,
            String adjointName,
            UnaryOperator<double[]> adjoint,
            int inputs,
            int outputs,
            String why) {
        CheckFault.requireAtLeast("the number of inputs", inputs, 1);
        CheckFault.requireAtLeast("the number of outputs", outputs, 1);
        Property.forAll(Gen.pairs(Gen.array(ELEMENTS, inputs), Gen.array(ELEMENTS, outputs)))
                .check(pair -> {
                    double[] x = pair.first();
                    double[] y = pair.second();
                    double[] forward = numbers(() -> callText(name, x), function, x, why);
                    Supplier<String> adjointCall = () -> callText(adjointName, y);
                    double[] backward = numbers(adjointCall, adjoint, y, why);
                    Expect.that(forward.length == outputs, () -> callText(name, x), outputs + " numbers", forward, why);
                    Expect.that(backward.length == inputs, adjointCall, inputs + " numbers", backward, why);
                    Expect.calling(
                                    () -> "x · " + adjointCall.get() + " for x = {" + JavaLiterals.elements(x) + "}",
                                    () -> dot(x, backward))
                            .within(TOLERANCE, bound(1 + norm(forward) * norm(y)))
                            .gives(dot(forward, y), why);
                });
    }

    /// The result for a copy of `x`, copied. It must have numbers, and finite ones only: NaN and nothing
    /// agree with themselves.
    private static double[] numbers(Supplier<String> call, UnaryOperator<double[]> function, double[] x, String why) {
        double[] out =
                Expect.calling(call, () -> function.apply(x.clone())).result().clone();
        Expect.that(
                out.length > 0 && Contents.isFinite(out), call, "at least one number, and finite ones only", out, why);
        return out;
    }

    /// The absolute tolerance for results of this size, finite even where the size overflows.
    private static double bound(double size) {
        return TOLERANCE * Math.min(size, Double.MAX_VALUE);
    }

    private static String callText(String name, double[] x) {
        return name + "(" + JavaLiterals.elements(x) + ")";
    }

    private static double[] linearCombination(double a, double[] x, double[] y) {
        double[] sum = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            sum[i] = a * x[i] + y[i];
        }
        return sum;
    }

    private static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }

    private static double norm(double[] x) {
        double largest = 0;
        for (double component : x) {
            largest = Math.max(largest, Math.abs(component));
        }
        double sum = 0;
        for (double component : x) {
            sum += largest == 0 ? 0 : component / largest * (component / largest);
        }
        return largest * Math.sqrt(sum);
    }
}
