package gradus.proctor.property;

import gradus.proctor.assertions.Expect;
import gradus.proctor.assertions.Purity;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// Metamorphic relations: relations between the results of a function for related arguments, which can be
/// tested without knowing any correct result. Each is tested as a [Property], so a failure is reported for a
/// small argument.
///
/// ```java
/// relations(Gen.arrays(Gen.doubles(-5, 5), 1, 6), x -> "softmax(" + elements(x) + ")", Softmax::of)
///         .invariant("3 added to every element", x -> plus(x, 3), "only differences count")
///         .sumsTo(1, out -> out, "probabilities");
/// ```
///
/// Source: Chen and others, "Metamorphic testing: a review of challenges and opportunities", 2018.
public final class MetamorphicRelations<I, O> {

    private final Property<I> property;
    private final Gen<I> inputs;
    private final Function<? super I, String> call;
    private final Function<I, O> body;
    private final double relative;
    private final double absolute;

    private MetamorphicRelations(
            Property<I> property,
            Gen<I> inputs,
            Function<? super I, String> call,
            Function<I, O> body,
            double relative,
            double absolute) {
        this.property = property;
        this.inputs = inputs;
        this.call = call;
        this.body = body;
        this.relative = relative;
        this.absolute = absolute;
    }

    /// @param call the call as a learner would write it
    /// @param body the learner's code
    public static <I, O> MetamorphicRelations<I, O> relations(
            Gen<I> inputs, Function<? super I, String> call, Function<I, O> body) {
        return new MetamorphicRelations<>(Property.forAll(inputs), inputs, call, body, 1e-9, 1e-9);
    }

    /// Sets the tolerance, see [CallAssertion#within].
    public MetamorphicRelations<I, O> within(double relativeTolerance, double absoluteTolerance) {
        return new MetamorphicRelations<>(property, inputs, call, body, relativeTolerance, absoluteTolerance);
    }

    /// Asserts invariance: a change of the argument leaves the result unchanged.
    ///
    /// @param change the change in words: "the rows in reverse"
    public MetamorphicRelations<I, O> invariant(String change, UnaryOperator<I> transform, String why) {
        return equivariant(change, transform, out -> out, why);
    }

    /// Asserts invariance to every change that `transform` can generate for an argument.
    public MetamorphicRelations<I, O> invariantToAny(String change, Function<I, Gen<I>> transform, String why) {
        Property.forAll(inputs.flatMap(x -> Gen.pairs(Gen.constant(x), transform.apply(x))))
                .check(pair -> {
                    O expected = result(pair.first());
                    Expect.calling(
                                    call.apply(pair.second()) + ", which is " + call.apply(pair.first()) + " with "
                                            + change,
                                    () -> apply(pair.second()))
                            .within(relative, absolute)
                            .gives(expected, why);
                });
        return this;
    }

    /// Asserts equivariance: a change of the argument changes the result in a known way, f(in(x)) =
    /// out(f(x)).
    public MetamorphicRelations<I, O> equivariant(
            String change, UnaryOperator<I> inputTransform, UnaryOperator<O> outputTransform, String why) {
        property.check(x -> {
            O expected = outputTransform.apply(result(x));
            I changed = inputTransform.apply(x);
            Expect.calling(
                            call.apply(changed) + ", which is " + call.apply(x) + " with " + change,
                            () -> apply(changed))
                    .within(relative, absolute)
                    .gives(expected, why);
        });
        return this;
    }

    /// Asserts that a quantity has the same value for every result, as probabilities sum to 1.
    public MetamorphicRelations<I, O> conserves(String name, double value, Function<O, Double> quantity, String why) {
        property.check(x -> {
            O out = result(x);
            Expect.calling(name + " of " + call.apply(x), () -> quantity.apply(out))
                    .within(relative, absolute)
                    .gives(value, why);
        });
        return this;
    }

    /// Asserts that the elements of every result sum to `total`.
    public MetamorphicRelations<I, O> sumsTo(double total, Function<O, double[]> elements, String why) {
        return conserves("the sum", total, out -> sum(elements.apply(out)), why);
    }

    /// Asserts idempotence: f(f(x)) = f(x).
    ///
    /// @param toInput turns a result into an argument
    public MetamorphicRelations<I, O> idempotent(Function<O, I> toInput, String why) {
        property.check(x -> {
            O once = result(x);
            I argument = toInput.apply(once);
            Expect.calling(
                            call.apply(argument) + ", whose argument is the result of " + call.apply(x),
                            () -> apply(argument))
                    .within(relative, absolute)
                    .gives(once, why);
        });
        return this;
    }

    /// Asserts monotonicity: a larger argument never gives a smaller result.
    ///
    /// @param larger generates an argument that is larger than the one it is given
    /// @param quantity the number in a result to compare
    public MetamorphicRelations<I, O> monotone(Function<I, Gen<I>> larger, Function<O, Double> quantity, String why) {
        Property.forAll(inputs.flatMap(x -> Gen.pairs(Gen.constant(x), larger.apply(x))))
                .check(pair -> {
                    double minimum = quantity.apply(result(pair.first()));
                    Expect.calling(call.apply(pair.second()), () -> quantity.apply(apply(pair.second())))
                            .satisfies(
                                    got -> got >= minimum - absolute - relative * Math.abs(minimum),
                                    "at least " + minimum + ", the result of " + call.apply(pair.first()),
                                    why);
                });
        return this;
    }

    /// A copy of the result for a copy of `x`, because the learner's code may change its argument or reuse
    /// its array.
    @SuppressWarnings("unchecked")
    private O result(I x) {
        O out = Expect.calling(call.apply(x), () -> apply(x)).result();
        return (O) Purity.deepCopy(out);
    }

    @SuppressWarnings("unchecked")
    private O apply(I x) {
        return body.apply((I) Purity.deepCopy(x));
    }

    static double sum(double[] numbers) {
        double sum = 0;
        for (double number : numbers) {
            sum += number;
        }
        return sum;
    }
}
