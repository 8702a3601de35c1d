package gradus.proctor.property;

import gradus.proctor.assertions.Expect;
import gradus.proctor.diagnosis.Contents;
import gradus.proctor.diagnosis.Copies;
import gradus.proctor.diagnosis.Symptoms;
import gradus.proctor.diagnosis.Tolerance;
import gradus.proctor.failure.AssertionFailure;
import gradus.proctor.failure.CheckFault;
import gradus.proctor.format.ValueFormatter;
import gradus.proctor.transcript.Event.FailureKind;
import gradus.proctor.transcript.Event.Finding;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
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

    private final Gen<I> inputs;
    private final Function<? super I, String> call;
    private final Function<I, O> body;
    private final Tolerance tolerance;
    private final boolean nanAllowed;

    private MetamorphicRelations(
            Gen<I> inputs,
            Function<? super I, String> call,
            Function<I, O> body,
            Tolerance tolerance,
            boolean nanAllowed) {
        this.inputs = inputs;
        this.call = call;
        this.body = body;
        this.tolerance = tolerance;
        this.nanAllowed = nanAllowed;
    }

    /// @param call the call as a learner would write it
    /// @param body the learner's code
    public static <I, O> MetamorphicRelations<I, O> relations(
            Gen<I> inputs, Function<? super I, String> call, Function<I, O> body) {
        return new MetamorphicRelations<>(inputs, call, body, new Tolerance(1e-9, 1e-9), false);
    }

    /// Sets the tolerance, see [CallAssertion#within].
    public MetamorphicRelations<I, O> within(double relativeTolerance, double absoluteTolerance) {
        return new MetamorphicRelations<>(
                inputs, call, body, new Tolerance(relativeTolerance, absoluteTolerance), nanAllowed);
    }

    /// Lets results have a NaN in them, for arguments with a NaN. Without this, a result with a NaN fails
    /// every relation: otherwise a function that is always NaN would satisfy most.
    public MetamorphicRelations<I, O> allowingNan() {
        return new MetamorphicRelations<>(inputs, call, body, tolerance, true);
    }

    /// Asserts invariance: a change of the argument leaves the result unchanged.
    ///
    /// @param change the change in words: "the rows in reverse"
    public MetamorphicRelations<I, O> invariant(String change, UnaryOperator<I> transform, String why) {
        return equivariant(change, transform, out -> out, why);
    }

    /// Asserts invariance to every change that `transform` can generate for an argument.
    public MetamorphicRelations<I, O> invariantToAny(String change, Function<I, Gen<I>> transform, String why) {
        var compared = new AtomicBoolean();
        Property.forAll(inputs.flatMap(x -> Gen.pairs(Gen.constant(x), transform.apply(x))))
                .check(pair -> compare(pair.first(), pair.second(), result(pair.first()), change, compared, why));
        return requireCompared(compared, why);
    }

    /// Asserts equivariance: a change of the argument changes the result in a known way, f(in(x)) =
    /// out(f(x)).
    public MetamorphicRelations<I, O> equivariant(
            String change, UnaryOperator<I> inputTransform, UnaryOperator<O> outputTransform, String why) {
        var compared = new AtomicBoolean();
        Property.forAll(inputs).check(x -> {
            O expected = outputTransform.apply(result(x));
            compare(x, inputTransform.apply(copy(x)), expected, change, compared, why);
        });
        return requireCompared(compared, why);
    }

    /// Asserts that a quantity has the same value for every result, as probabilities sum to 1.
    public MetamorphicRelations<I, O> conserves(String name, double value, Function<O, Double> quantity, String why) {
        CheckFault.requireFinite("the value that is conserved", value);
        var compared = new AtomicBoolean();
        Property.forAll(inputs).check(x -> {
            O out = result(x);
            compared.compareAndSet(false, !Contents.isNothing(out));
            Expect.calling(() -> name + " of " + call.apply(x), () -> quantity.apply(out))
                    .within(tolerance.relative(), tolerance.absolute())
                    .gives(value, why);
        });
        return requireCompared(compared, why);
    }

    /// Asserts that the elements of every result sum to `total`.
    public MetamorphicRelations<I, O> sumsTo(double total, Function<O, double[]> elements, String why) {
        return conserves("the sum", total, out -> sum(elements.apply(out)), why);
    }

    /// Asserts idempotence: f(f(x)) = f(x).
    ///
    /// @param toInput turns a result into an argument
    public MetamorphicRelations<I, O> idempotent(Function<O, I> toInput, String why) {
        var compared = new AtomicBoolean();
        Property.forAll(inputs).check(x -> {
            O once = result(x);
            I argument = toInput.apply(once);
            same(
                    () -> call.apply(argument) + ", whose argument is the result of " + call.apply(x),
                    argument,
                    once,
                    compared,
                    why);
        });
        return requireCompared(compared, why);
    }

    /// Asserts monotonicity: a larger argument never gives a smaller result.
    ///
    /// @param larger generates an argument that is larger than the one it is given
    /// @param quantity the number in a result to compare
    public MetamorphicRelations<I, O> monotone(Function<I, Gen<I>> larger, Function<O, Double> quantity, String why) {
        Property.forAll(inputs.flatMap(x -> Gen.pairs(Gen.constant(x), larger.apply(x))))
                .check(pair -> {
                    double minimum = quantity.apply(result(pair.first()));
                    if (Double.isNaN(minimum)) {
                        throw nan(call.apply(pair.first()), minimum);
                    }
                    double slack = tolerance.absolute() + tolerance.relative() * Math.abs(minimum);
                    Expect.calling(() -> call.apply(pair.second()), () -> quantity.apply(result(pair.second())))
                            .satisfies(
                                    got -> got >= minimum || got >= minimum - slack,
                                    "at least " + minimum + ", the result of " + call.apply(pair.first()),
                                    why);
                });
        return this;
    }

    private void compare(I x, I changed, O expected, String change, AtomicBoolean compared, String why) {
        same(
                () -> call.apply(changed) + ", which is " + call.apply(x) + " with " + change,
                changed,
                expected,
                compared,
                why);
    }

    private void same(Supplier<String> changedCall, I argument, O expected, AtomicBoolean compared, String why) {
        O got;
        try {
            got = Expect.calling(changedCall, () -> body.apply(copy(argument)))
                    .within(tolerance.relative(), tolerance.absolute())
                    .gives(expected, why);
        } catch (AssertionFailure failure) {
            throw asDisagreement(failure, expected);
        }
        if (!nanAllowed && Contents.hasNan(got)) {
            throw nan(changedCall.get(), got);
        }
        compared.compareAndSet(false, !Contents.isNothing(got));
    }

    /// The failure of a comparison in words that don't call the result of the other call right: either of the
    /// two may be wrong.
    private static AssertionFailure asDisagreement(AssertionFailure failure, Object expected) {
        Finding finding = failure.finding();
        return finding.expected().equals(ValueFormatter.format(expected))
                ? AssertionFailure.of(
                        finding.kind(),
                        finding.call(),
                        finding.expected() + ", if the other call is right",
                        finding.got(),
                        finding.why(),
                        finding.symptoms())
                : failure;
    }

    /// A function whose results are empty would satisfy most relations.
    private MetamorphicRelations<I, O> requireCompared(AtomicBoolean compared, String why) {
        Expect.that(
                compared.get(),
                "the results for all arguments that were tried",
                "at least one that isn't empty",
                "only empty results",
                why);
        return this;
    }

    /// A copy of the result for a copy of `x`, because the learner's code may change its argument or reuse
    /// its array.
    private O result(I x) {
        O out = Expect.calling(() -> call.apply(x), () -> body.apply(copy(x))).result();
        if (!nanAllowed && Contents.hasNan(out)) {
            throw nan(call.apply(x), out);
        }
        return Copies.deep(out);
    }

    private static AssertionFailure nan(String call, Object got) {
        return AssertionFailure.of(
                FailureKind.MISMATCH,
                call,
                "a result without NaN",
                ValueFormatter.format(got),
                "a relation says nothing of NaN",
                Symptoms.of(got));
    }

    @SuppressWarnings("unchecked")
    private static <T> T copy(T value) {
        return value instanceof Pair<?, ?> pair
                ? (T) new Pair<>(copy(pair.first()), copy(pair.second()))
                : Copies.deep(value);
    }

    static double sum(double[] numbers) {
        double sum = 0;
        for (double number : numbers) {
            sum += number;
        }
        return sum;
    }
}
