package gradus.proctor.assertions;

import gradus.proctor.diagnosis.Tolerance;
import gradus.proctor.failure.AssertionFailure;
import gradus.proctor.format.ValueFormatter;
import gradus.proctor.transcript.Event.FailureKind;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

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
        R result = Expect.calling(call, () -> body.apply(argumentValue)).result();
        double[] before = read.apply(result).clone();
        overwrite(argumentValue);
        if (!Tolerance.EXACT.isClose(before, read.apply(result))) {
            throw aliased(call, "a result that stays the same when the argument is changed afterwards");
        }
        double[] again = Expect.calling(call, argument).result();
        double[] kept = again.clone();
        R other = Expect.calling(call, () -> body.apply(again)).result();
        overwrite(read.apply(other));
        if (!Tolerance.EXACT.isClose(kept, again)) {
            throw aliased(call, "an argument that stays the same when the result is changed afterwards");
        }
    }

    /// Asserts that no array in the result, at any depth, is an array in the argument.
    public static void sharesNoArray(String call, Object argument, Object result) {
        if (shares(argument, result)) {
            throw aliased(call, "a result with its own arrays");
        }
    }

    /// Asserts that a second call returns an equal result and leaves the first result unchanged.
    ///
    /// @return the result of the first call
    public static <T> T repeatable(String call, Callable<T> body) {
        T first = Expect.calling(call, body).result();
        Object kept = deepCopy(first);
        T second = Expect.calling(call, body).result();
        if (!Tolerance.DEFAULT.isClose(kept, second)) {
            throw AssertionFailure.of(
                    FailureKind.MISMATCH,
                    call + ", called a second time,",
                    ValueFormatter.format(kept) + ", as the first time",
                    ValueFormatter.format(second),
                    "a result must depend on the arguments only",
                    List.of("stateful"));
        }
        if (!Tolerance.EXACT.isClose(kept, first)) {
            throw AssertionFailure.of(
                    FailureKind.MISMATCH,
                    "the result of the first " + call + ", after a second call,",
                    ValueFormatter.format(kept),
                    ValueFormatter.format(first),
                    "each call must return a new array",
                    List.of("stateful"));
        }
        return first;
    }

    /// Asserts that a call returns the same result after another call has been made in between.
    public static <T> void unaffectedBy(String call, Callable<T> body, String other, Callable<?> between) {
        T first = Expect.calling(call, body).result();
        Object kept = deepCopy(first);
        Expect.calling(other, between).result();
        T second = Expect.calling(call, body).result();
        if (!Tolerance.DEFAULT.isClose(kept, second)) {
            throw AssertionFailure.of(
                    FailureKind.MISMATCH,
                    call + ", called again after " + other + ",",
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
        Object kept = deepCopy(first);
        T other = Expect.calling(call.apply(2), () -> body.apply(2)).result();
        boolean differs = !Tolerance.EXACT.isClose(kept, other);
        T again = Expect.calling(call.apply(1), () -> body.apply(1)).result();
        if (!Tolerance.EXACT.isClose(kept, again)) {
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
            differs = !Tolerance.EXACT.isClose(
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
        double[] before = array.clone();
        action.accept(array);
        Expect.unchanged(name, before, array);
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

    private static void overwrite(double[] array) {
        for (int i = 0; i < array.length; i++) {
            array[i] = array[i] == 1234.5 ? 5432.1 : 1234.5;
        }
    }

    private static boolean shares(@Nullable Object argument, @Nullable Object result) {
        if (argument == null
                || result == null
                || (!isNested(argument) && !argument.getClass().isArray())) {
            return false;
        }
        if (argument == result) {
            return Tolerance.length(argument) != 0;
        }
        if (isNested(result)) {
            for (int i = 0; i < Tolerance.length(result); i++) {
                if (shares(argument, Tolerance.element(result, i))) {
                    return true;
                }
            }
        }
        if (isNested(argument)) {
            for (int i = 0; i < Tolerance.length(argument); i++) {
                if (shares(Tolerance.element(argument, i), result)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isNested(Object value) {
        return value instanceof Object[] || value instanceof List<?>;
    }

    /// A deep copy: copies arrays at any depth and returns other values as they are.
    public static <T> Object deepCopy(T value) {
        return switch (value) {
            case double[] numbers -> numbers.clone();
            case float[] numbers -> numbers.clone();
            case int[] numbers -> numbers.clone();
            case long[] numbers -> numbers.clone();
            case boolean[] flags -> flags.clone();
            case Object[] items -> {
                Object[] copies = items.clone();
                for (int i = 0; i < items.length; i++) {
                    copies[i] = deepCopy(items[i]);
                }
                yield copies;
            }
            default -> value;
        };
    }
}
