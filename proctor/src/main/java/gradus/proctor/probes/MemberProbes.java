package gradus.proctor.probes;

import gradus.proctor.failure.CheckFault;
import gradus.proctor.property.Gen;
import gradus.proctor.property.Pair;
import gradus.proctor.property.Property;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;

/// The probes that every member deserves, against an independent slow definition: every size, values in any
/// order, repeated, negative, NaN, ±∞ and −0.0; arguments that stay as they were; results of its own; the
/// same again. A failure shows the smallest input that was found.
///
/// ```java
/// MemberProbes.of("Numerics.sum(x)", Argument.array(), Numerics::sum, x -> exactSum(x))
///         .without(Probe.NEGATIVE_ZERO, "the contract leaves the sign of a zero open")
///         .hold("that is the exact sum, rounded once");
/// var vector = Argument.of(Vector::of, Vector::toArray);
/// MemberProbes.of("x.dot(y)", vector, vector, (x, y) -> x.dot(y), (x, y) -> exactDot(x, y)).hold("…");
/// ```
///
/// Where the contract requires an exception, the definition throws an [IllegalArgumentException], and then
/// the member must throw one too. Every probe is made unless [#without] says why not.
///
/// @param <P> what the definition takes for the first argument
/// @param <Q> what it takes for the second
public final class MemberProbes<P, Q> {

    /// For each special value at each place: the simplest, and two random ones.
    private static final int SPECIAL_CASES = 3;

    private final ProbedMember<P, ?, Q, ?, ?> member;
    private final Gen<Double> elements;
    private final int largest;
    private final Map<Probe, String> omitted;

    private MemberProbes(
            ProbedMember<P, ?, Q, ?, ?> member, Gen<Double> elements, int largest, Map<Probe, String> omitted) {
        this.member = member;
        this.elements = elements;
        this.largest = largest;
        this.omitted = omitted;
    }

    /// Probes of a member with one argument. Elements are from −8 to 8, and results agree within 1e-9
    /// relative and 1e-10 absolute.
    ///
    /// @param call the call as a learner would write it, with `x` for the argument
    /// @param function the learner's member. A result that is an object of the library can't be looked into:
    ///     let the function read its numbers
    /// @param definition the same, written so plainly that it is surely right; must not use the library
    public static <P, A, R> MemberProbes<P, double[]> of(
            String call, Argument<P, A> x, Function<? super A, R> function, Function<? super P, R> definition) {
        return of(call, x, Argument.NONE, (a, _) -> function.apply(a), (a, _) -> definition.apply(a));
    }

    /// Probes of a member with two arguments, `x` and `y`.
    public static <P, A, Q, B, R> MemberProbes<P, Q> of(
            String call,
            Argument<P, A> x,
            Argument<Q, B> y,
            BiFunction<? super A, ? super B, R> function,
            BiFunction<? super P, ? super Q, R> definition) {
        return new MemberProbes<>(
                new ProbedMember<>(call, x, y, function, definition, 1e-9, (_, _) -> 1e-10),
                Gen.doubles(-8, 8),
                ProbeSizes.LARGEST,
                Map.of());
    }

    /// Sets the elements of the arguments, for members whose domain is smaller or larger.
    public MemberProbes<P, Q> elements(Gen<Double> others) {
        return new MemberProbes<>(member, others, largest, omitted);
    }

    /// Sets the largest size, for members that are too slow for 1001.
    public MemberProbes<P, Q> upTo(int size) {
        CheckFault.requireAtLeast("the largest size", size, 5);
        return new MemberProbes<>(member, elements, size, omitted);
    }

    /// Sets the tolerance, see [CallAssertion#within].
    public MemberProbes<P, Q> within(double relative, double absolute) {
        CheckFault.requireTolerance("the absolute tolerance", absolute);
        return within(relative, (_, _) -> absolute);
    }

    /// Sets an absolute tolerance that depends on the arguments, as error bounds of sums do. For arguments
    /// that aren't finite it isn't asked for.
    public MemberProbes<P, Q> within(double relative, ToDoubleBiFunction<? super P, ? super Q> absolute) {
        CheckFault.requireTolerance("the relative tolerance", relative);
        return new MemberProbes<>(member.within(relative, absolute), elements, largest, omitted);
    }

    /// Leaves a probe out.
    ///
    /// @param reason what the contract says, or leaves open, that makes the probe wrong here
    public MemberProbes<P, Q> without(Probe probe, String reason) {
        if (reason.isBlank()) {
            throw new CheckFault("the probe " + probe + " is left out without a reason; write what the contract says");
        }
        var more = new EnumMap<Probe, String>(Probe.class);
        more.putAll(omitted);
        if (more.put(probe, reason) != null) {
            throw new CheckFault("the probe " + probe + " is left out twice");
        }
        if (more.size() == Probe.values().length) {
            throw new CheckFault("every probe is left out, so nothing is probed");
        }
        return new MemberProbes<>(member, elements, largest, more);
    }

    /// Asserts that every probe holds that isn't left out.
    ///
    /// @param why the reason for what the definition gives, in one clause
    public void hold(String why) {
        for (Probe probe : Probe.values()) {
            if (!omitted.containsKey(probe)) {
                run(probe, why);
            }
        }
    }

    /// Asserts that one probe holds, for a check of its own.
    public void holds(Probe probe, String why) {
        if (omitted.containsKey(probe)) {
            throw new CheckFault("the probe " + probe + " is left out: " + omitted.get(probe));
        }
        run(probe, why);
    }

    private void run(Probe probe, String why) {
        String reason = why.isEmpty() ? probe.phrase() : why + ", " + probe.phrase();
        switch (probe) {
            case EMPTY -> check(0, inputs(0), pair -> member.agrees(pair, false, reason));
            case SIZES -> agree(ProbeSizes.upTo(largest), ProbeValues::asTheyAre, reason);
            case ORDER -> agree(ProbeSizes.few(largest), ProbeValues::ordered, reason);
            case REPEATED -> agree(ProbeSizes.few(largest), ProbeValues::repeated, reason);
            case NEGATIVE -> agree(ProbeSizes.few(largest), ProbeValues::negative, reason);
            case NAN -> special(false, reason, Double.NaN);
            case INFINITIES -> special(false, reason, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
            case NEGATIVE_ZERO -> special(true, reason, -0.0);
            case ARGUMENTS_UNCHANGED ->
                ProbeSizes.ascending(
                        ProbeSizes.few(largest), size -> check(size, inputs(size), member::leavesArgumentsUnchanged));
            case OWN_RESULT ->
                ProbeSizes.ascending(
                        ProbeSizes.few(largest), size -> check(size, inputs(size), member::givesItsOwnResult));
            case REPEATABLE ->
                ProbeSizes.ascending(
                        ProbeSizes.few(largest),
                        size -> check(
                                size,
                                Gen.pairs(inputs(size), inputs(size)),
                                pair -> member.isRepeatable(pair.first(), pair.second())));
        }
    }

    private interface Variation {
        Gen<Pair<double[], double[]>> of(Gen<Pair<double[], double[]>> inputs);
    }

    private void agree(int[] sizes, Variation variation, String why) {
        ProbeSizes.ascending(
                sizes, size -> check(size, variation.of(inputs(size)), pair -> member.agrees(pair, false, why)));
    }

    /// Each of `values` at each place of each argument.
    private void special(boolean signs, String why, double... values) {
        double last = values[values.length - 1];
        ProbeSizes.ascending(
                IntStream.of(1, 2, 3, 5, 17).filter(size -> size <= largest).toArray(), size -> {
                    for (double value : values) {
                        for (ProbeValues.Place place : ProbeValues.Place.values()) {
                            special(size, ProbeValues.inFirst(inputs(size), place, value, last), signs, why);
                            if (member.y().cells(size) > 0) {
                                special(size, ProbeValues.inSecond(inputs(size), place, value, last), signs, why);
                            }
                        }
                    }
                });
    }

    private void special(int size, Gen<Pair<double[], double[]>> cases, boolean signs, String why) {
        Property.forAll(cases).cases(SPECIAL_CASES).seed(size).check(pair -> member.agrees(pair, signs, why));
    }

    private Gen<Pair<double[], double[]>> inputs(int size) {
        return Gen.pairs(
                Gen.array(elements, member.x().cells(size)),
                Gen.array(elements, member.y().cells(size)));
    }

    private static <T> void check(int size, Gen<T> inputs, Property.Body<T> body) {
        Property.forAll(inputs)
                .cases(ProbeSizes.cases(size))
                .seed(size)
                .shrinkingCalls(ProbeSizes.shrinkingCalls(size))
                .check(body);
    }
}
