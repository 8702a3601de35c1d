package gradus.proctor.assertions;

import gradus.proctor.diagnosis.Contents;
import gradus.proctor.diagnosis.Copies;
import gradus.proctor.diagnosis.Tolerance;
import gradus.proctor.failure.AssertionFailure;
import gradus.proctor.failure.CheckFault;
import gradus.proctor.format.ValueFormatter;
import gradus.proctor.transcript.Event.FailureKind;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/// Assertions that a call is pure: its result depends on its arguments only. No aliasing (shared arrays), no
/// state kept between calls, no randomness except from its seed.
public final class Purity {

    private Purity() {}

    /// Asserts that a result doesn't alias its argument: writing to either leaves the other unchanged.
    ///
    /// @param call the call as a learner would write it
    /// @param argument makes the argument, a new one each time
    /// @param body the learner's code
    /// @param read the numbers in a result
    public static <R> void noAliasing(
            String call, Callable<double[]> argument, Function<double[], R> body, Function<R, double[]> read) {
        double[] argumentValue = Expect.calling(call, argument).result();
        CheckFault.requireAtLeast("the length of the argument of noAliasing", argumentValue.length, 1);
        R result = Expect.calling(call, () -> body.apply(argumentValue)).result();
        double[] before = numbers(call, result, read).clone();
        Copies.overwrite(argumentValue);
        if (!Copies.sameBits(before, numbers(call, result, read))) {
            throw aliased(call, "a result that stays the same when the argument is changed afterwards");
        }
        double[] again = Expect.calling(call, argument).result();
        double[] kept = again.clone();
        R other = Expect.calling(call, () -> body.apply(again)).result();
        Copies.overwrite(numbers(call, other, read));
        if (!Copies.sameBits(kept, again)) {
            throw aliased(call, "an argument that stays the same when the result is changed afterwards");
        }
    }

    /// Asserts that no array in the result, at any depth, is an array in the argument. The result must be an
    /// array or a list, because nothing else can be looked into.
    public static void sharesNoArray(String call, Object argument, Object result) {
        if (Contents.isNothing(argument) || Tolerance.length(argument) < 0) {
            throw new CheckFault("the argument of sharesNoArray must have an array with an element");
        }
        Expect.calling(call, () -> result).result();
        if (Contents.isNothing(result)) {
            throw nothing(call, ValueFormatter.format(result));
        }
        if (Tolerance.length(result) < 0) {
            throw new CheckFault("the result of sharesNoArray must be an array or a list, and is of "
                    + result.getClass().getSimpleName() + "; read its array");
        }
        if (Copies.share(argument, result)) {
            throw aliased(call, "a result with its own arrays");
        }
    }

    /// Asserts that a second call returns an equal result and leaves the first result unchanged.
    ///
    /// @return the result of the first call
    public static <T> T repeatable(String call, Callable<T> body) {
        return repeatable(() -> call, body);
    }

    /// The same with a call that is put into words only if the assertion fails.
    public static <T> T repeatable(Supplier<String> call, Callable<T> body) {
        T first = Expect.calling(call, body).result();
        Object kept = Copies.deep(first);
        T second = Expect.calling(call, body).result();
        if (!Tolerance.DEFAULT.isClose(kept, second)) {
            throw AssertionFailure.of(
                    FailureKind.MISMATCH,
                    call.get() + ", called a second time,",
                    ValueFormatter.format(kept) + ", as the first time",
                    ValueFormatter.format(second),
                    "a result must depend on the arguments only",
                    List.of("stateful"));
        }
        if (!Copies.sameBits(kept, first)) {
            throw overwritten("the first " + call.get(), "a second call", kept, first);
        }
        return first;
    }

    /// Asserts that a call returns the same result after another call has been made in between, and that the
    /// other call leaves the first result unchanged.
    public static <T> void unaffectedBy(String call, Callable<T> body, String other, Callable<?> between) {
        unaffectedBy(() -> call, body, () -> other, between);
    }

    /// The same with calls that are put into words only if the assertion fails.
    public static <T> void unaffectedBy(
            Supplier<String> call, Callable<T> body, Supplier<String> other, Callable<?> between) {
        T first = Expect.calling(call, body).result();
        Object kept = Copies.deep(first);
        Expect.calling(other, between).result();
        if (!Copies.sameBits(kept, first)) {
            throw overwritten(call.get(), other.get(), kept, first);
        }
        T second = Expect.calling(call, body).result();
        if (!Tolerance.DEFAULT.isClose(kept, second)) {
            throw AssertionFailure.of(
                    FailureKind.MISMATCH,
                    call.get() + ", called again after " + other.get() + ",",
                    ValueFormatter.format(kept) + ", as before",
                    ValueFormatter.format(second),
                    "a result must depend on the arguments only",
                    List.of("stateful"));
        }
    }

    /// Asserts that the seed alone determines the random numbers: the same seed gives the same result,
    /// whatever ran in between, and another seed gives another result.
    ///
    /// @param call the call with a seed as a learner would write it: `seed -> "shuffle(10, " + seed +
    ///     ")"`
    public static <T> void seeded(LongFunction<String> call, LongFunction<T> body) {
        T first = Expect.calling(call.apply(1), () -> body.apply(1)).result();
        Object kept = Copies.deep(first);
        T other = Expect.calling(call.apply(2), () -> body.apply(2)).result();
        boolean differs = !Copies.sameBits(kept, other);
        T again = Expect.calling(call.apply(1), () -> body.apply(1)).result();
        if (!Copies.sameBits(kept, again)) {
            throw AssertionFailure.of(
                    FailureKind.MISMATCH,
                    call.apply(1) + ", called a second time,",
                    ValueFormatter.format(kept) + ", as the first time",
                    ValueFormatter.format(again),
                    "the same seed gives the same numbers",
                    List.of("global-seed"));
        }
        for (long seed = 3; !differs && seed < 6; seed++) {
            long number = seed;
            differs = !Copies.sameBits(
                    kept,
                    Expect.calling(call.apply(seed), () -> body.apply(number)).result());
        }
        if (!differs) {
            throw AssertionFailure.of(
                    FailureKind.MISMATCH,
                    call.apply(2),
                    "other numbers than with seed 1",
                    ValueFormatter.format(other) + ", the same for every seed tried",
                    "another seed gives other numbers",
                    List.of("seed-ignored"));
        }
    }

    /// Asserts that `action` leaves an array unchanged, for calls in the middle of a check.
    public static void leavesUnchanged(String name, double[] array, Consumer<double[]> action) {
        CheckFault.requireAtLeast("the length of " + name, array.length, 1);
        double[] before = array.clone();
        action.accept(array);
        Expect.unchanged(name + " after the call", before, array);
    }

    private static <R> double[] numbers(String call, R result, Function<R, double[]> read) {
        double[] numbers = Expect.calling("the numbers in " + call, () -> read.apply(result))
                .result();
        if (numbers.length == 0) {
            throw nothing(call, "{}");
        }
        return numbers;
    }

    private static AssertionFailure overwritten(String call, String by, Object kept, Object now) {
        return AssertionFailure.of(
                FailureKind.MISMATCH,
                "the result of " + call + ", after " + by + ",",
                ValueFormatter.format(kept),
                ValueFormatter.format(now),
                "each call must return a new array",
                List.of("stateful"));
    }

    private static AssertionFailure nothing(String call, String got) {
        return AssertionFailure.of(
                FailureKind.MISMATCH,
                call,
                "a result with at least one number",
                got,
                "where there is no number, nothing can be shared",
                List.of());
    }

    private static AssertionFailure aliased(String call, String expected) {
        return AssertionFailure.of(
                FailureKind.MISMATCH,
                call,
                expected,
                "a result that shares an array with its argument",
                "changing one would change the other",
                List.of("aliased"));
    }
}
