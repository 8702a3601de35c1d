package gradus.proctor.probes;

import gradus.proctor.assertions.CallAssertion;
import gradus.proctor.assertions.Expect;
import gradus.proctor.assertions.Purity;
import gradus.proctor.diagnosis.Contents;
import gradus.proctor.diagnosis.Copies;
import gradus.proctor.diagnosis.Tolerance;
import gradus.proctor.failure.AssertionFailure;
import gradus.proctor.failure.CheckFault;
import gradus.proctor.format.ValueFormatter;
import gradus.proctor.property.Pair;
import gradus.proctor.transcript.Event.FailureKind;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.ToDoubleBiFunction;
import org.jspecify.annotations.Nullable;

/// A member with its definition, and what [MemberProbes] asserts of it for one pair of arguments. The pair
/// has the numbers of both arguments.
record ProbedMember<P, A, Q, B, R>(
        String call,
        Argument<P, A> x,
        Argument<Q, B> y,
        BiFunction<? super A, ? super B, R> function,
        BiFunction<? super P, ? super Q, R> definition,
        double relative,
        ToDoubleBiFunction<? super P, ? super Q> absolute) {

    ProbedMember<P, A, Q, B, R> within(double newRelative, ToDoubleBiFunction<? super P, ? super Q> newAbsolute) {
        return new ProbedMember<>(call, x, y, function, definition, newRelative, newAbsolute);
    }

    /// Asserts that the member gives what the definition gives.
    ///
    /// @param signs whether the sign of a zero counts
    void agrees(Pair<double[], double[]> numbers, boolean signs, String why) {
        CallAssertion<R> calling = Expect.calling(() -> text(numbers), () -> apply(numbers));
        Optional<R> expected = defined(numbers);
        if (expected.isEmpty()) {
            calling.fails(IllegalArgumentException.class, "the contract requires an exception here");
            return;
        }
        R want = expected.get();
        R got = calling.within(relative, bound(numbers)).gives(want, why);
        if (signs && !ProbeResults.haveSameZeros(want, got)) {
            throw AssertionFailure.of(
                    FailureKind.MISMATCH,
                    text(numbers),
                    ValueFormatter.format(want),
                    ValueFormatter.format(got),
                    why,
                    List.of());
        }
    }

    /// Asserts that a call leaves both arguments as they were, even one that fails where the contract says
    /// so.
    void leavesArgumentsUnchanged(Pair<double[], double[]> numbers) {
        boolean fails = defined(numbers).isEmpty();
        A first;
        B second;
        try {
            first = x.make(numbers.first());
            second = y.make(numbers.second());
        } catch (IllegalArgumentException e) {
            if (fails) {
                return;
            }
            throw e;
        }
        CallAssertion<R> calling = Expect.calling(() -> text(numbers), () -> function.apply(first, second));
        if (fails) {
            calling.fails(IllegalArgumentException.class, "the contract requires an exception");
        } else {
            calling.result();
        }
        unchanged("x", numbers, numbers.first(), x.read(first));
        unchanged("y", numbers, numbers.second(), y.read(second));
    }

    private void unchanged(String name, Pair<double[], double[]> numbers, double[] before, double[] after) {
        Expect.unchanged(() -> name + " after " + text(numbers), before, after);
    }

    /// Asserts that the result shares no array with an argument or with another result: either is changed,
    /// and the other is looked at.
    void givesItsOwnResult(Pair<double[], double[]> numbers) {
        if (defined(numbers).isEmpty()) {
            return;
        }
        A first = x.make(numbers.first());
        B second = y.make(numbers.second());
        R result = readable(numbers, first, second);
        if (ProbeResults.isPlain(result)) {
            // A number has no array to share.
            return;
        }
        R kept = Copies.deep(result);
        x.overwrite(first);
        y.overwrite(second);
        if (!Copies.sameBits(kept, result)) {
            throw shared(numbers, "a result that stays the same when an argument is changed afterwards", "aliased");
        }
        A third = x.make(numbers.first());
        B fourth = y.make(numbers.second());
        R again = readable(numbers, third, fourth);
        Copies.overwrite(again);
        if (!Copies.sameBits(numbers.first(), x.read(third)) || !Copies.sameBits(numbers.second(), y.read(fourth))) {
            throw shared(numbers, "an argument that stays the same when the result is changed afterwards", "aliased");
        }
        if (!Copies.sameBits(kept, result)) {
            throw shared(numbers, "a result that stays the same when another result is changed", "stateful");
        }
        Expect.calling(() -> text(numbers) + ", called again after its result was changed,", () -> apply(numbers))
                .gives(kept, "what is done with a result doesn't change the next one");
    }

    /// Asserts that the same call gives the same again, at once, after a call with other arguments, and after
    /// the argument's array got other numbers.
    void isRepeatable(Pair<double[], double[]> numbers, Pair<double[], double[]> others) {
        if (defined(numbers).isEmpty() || defined(others).isEmpty()) {
            return;
        }
        readable(numbers, x.make(numbers.first()), y.make(numbers.second()));
        Purity.repeatable(() -> text(numbers), () -> apply(numbers));
        Purity.unaffectedBy(() -> text(numbers), () -> apply(numbers), () -> text(others), () -> apply(others));
        A first = x.make(others.first());
        B second = y.make(others.second());
        Expect.calling(() -> text(others), () -> function.apply(first, second)).result();
        x.write(first, numbers.first());
        y.write(second, numbers.second());
        // At once: a call with other arrays in between would hide that these are remembered.
        R again = Expect.calling(() -> text(numbers), () -> function.apply(first, second))
                .result();
        R expected = Expect.calling(() -> text(numbers), () -> apply(new Pair<>(x.read(first), y.read(second))))
                .result();
        Expect.calling(() -> text(numbers) + ", in the arrays of an earlier call,", () -> again)
                .gives(expected, "a result must depend on what is in an array now");
    }

    private R apply(Pair<double[], double[]> numbers) {
        return function.apply(x.make(numbers.first()), y.make(numbers.second()));
    }

    /// What the definition gives; empty if it says that the member must fail.
    private Optional<R> defined(Pair<double[], double[]> numbers) {
        @Nullable R expected;
        try {
            expected = definition.apply(x.plain(numbers.first()), y.plain(numbers.second()));
        } catch (CheckFault e) {
            throw e;
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        } catch (RuntimeException e) {
            throw new CheckFault("the definition threw " + e + " for " + text(numbers)
                    + "; where the contract requires an exception, throw an IllegalArgumentException");
        }
        if (expected == null) {
            throw new CheckFault("the definition gave null for " + text(numbers));
        }
        return Optional.of(expected);
    }

    private double bound(Pair<double[], double[]> numbers) {
        return Contents.isFinite(numbers.first()) && Contents.isFinite(numbers.second())
                ? absolute.applyAsDouble(x.plain(numbers.first()), y.plain(numbers.second()))
                : 0;
    }

    /// The result of a call, in which arrays can be seen.
    private R readable(Pair<double[], double[]> numbers, A first, B second) {
        R result = Expect.calling(() -> text(numbers), () -> function.apply(first, second))
                .result();
        if (Tolerance.length(result) < 0 && !ProbeResults.isPlain(result)) {
            throw new CheckFault("a result of " + result.getClass().getSimpleName()
                    + " can't be looked into; let the function of the probes read the numbers in it");
        }
        return result;
    }

    private AssertionFailure shared(Pair<double[], double[]> numbers, String expected, String symptom) {
        return AssertionFailure.of(
                FailureKind.MISMATCH,
                text(numbers),
                expected,
                "a result that shares an array",
                "changing one would change the other",
                List.of(symptom));
    }

    private String text(Pair<double[], double[]> numbers) {
        String first = call + " with x = " + x.format(numbers.first());
        return y.format(numbers.second()).isEmpty() ? first : first + " and y = " + y.format(numbers.second());
    }
}
