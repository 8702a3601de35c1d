package gradus.proctor.property;

import gradus.proctor.diagnosis.CoincidenceFilter;
import gradus.proctor.failure.AssertionFailure;
import gradus.proctor.failure.CheckFault;
import gradus.proctor.format.CallTexts;
import gradus.proctor.format.JavaLiterals;
import gradus.proctor.property.ChoiceSource.Node;
import gradus.proctor.random.SplitMix64;
import gradus.proctor.transcript.Event.FailureKind;
import gradus.proctor.transcript.Event.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A property: an assertion that must hold for every value of a generator. It is tested on random values from
/// a fixed seed, the simplest first. If it fails, the failing value is shrunk, and the failure of the
/// smallest value found is reported.
///
/// ```java
/// forAll(Gen.arrays(Gen.doubles(-10, 10), 1, 8))
///         .check(x -> calling("mean(" + elements(x) + ")", () -> mean(x)).gives(exact(x), "…"));
/// ```
public final class Property<T> {

    /// The assertion for one value, stated with [Expect]. It gets a new copy each time, so it may pass the
    /// value to code that changes it.
    public interface Body<T> {
        void check(T value) throws Exception;
    }

    private static final int CASES = 100;
    private static final int SHRINKING_CALLS = 1_000;
    private static final int EXTRA_CASES = 20;

    private final Gen<T> values;
    private final Function<? super T, String> formatter;
    private final int cases;
    private final long seed;
    private final int shrinkingCalls;

    private Property(Gen<T> values, Function<? super T, String> formatter, int cases, long seed, int shrinkingCalls) {
        this.values = values;
        this.formatter = formatter;
        this.cases = cases;
        this.seed = seed;
        this.shrinkingCalls = shrinkingCalls;
    }

    /// A property with 100 cases from seed 1, and at most 1,000 calls for shrinking.
    public static <T> Property<T> forAll(Gen<T> values) {
        return new Property<>(values, Property::formatCase, CASES, 1, SHRINKING_CALLS);
    }

    /// `value` as Java literals. Unlike other objects, a pair isn't truncated.
    private static String formatCase(Object value) {
        return value instanceof Pair<?, ?> pair ? pair.toString() : JavaLiterals.of(value);
    }

    public Property<T> cases(int count) {
        CheckFault.requireAtLeast("the number of cases", count, 1);
        return new Property<>(values, formatter, count, seed, shrinkingCalls);
    }

    public Property<T> seed(long newSeed) {
        return new Property<>(values, formatter, cases, newSeed, shrinkingCalls);
    }

    /// Sets how often the body is called at most to find the smallest failing value.
    public Property<T> shrinkingCalls(int maxCalls) {
        CheckFault.requireAtLeast("the number of calls for shrinking", maxCalls, 0);
        return new Property<>(values, formatter, cases, seed, maxCalls);
    }

    /// Sets how a value is shown in the failure of a body that throws outside of [Expect#calling].
    public Property<T> formattedBy(Function<? super T, String> newFormatter) {
        return new Property<>(values, newFormatter, cases, seed, shrinkingCalls);
    }

    /// Asserts that `body` passes for every value.
    public void check(Body<T> body) {
        var random = new SplitMix64(seed);
        int rejected = 0;
        for (int i = 0; i < cases; i++) {
            SplitMix64 before = random.copy();
            T value;
            try {
                value = values.draw(i == 0 ? ChoiceSource.simplest() : ChoiceSource.random(random, scale(i)));
            } catch (ChoiceSource.CaseRejected e) {
                rejected++;
                continue;
            }
            AssertionFailure failure = failure(body, value);
            if (failure != null) {
                ChoiceSource again = i == 0 ? ChoiceSource.simplest() : ChoiceSource.recording(before, scale(i));
                values.draw(again);
                throw smallest(body, again.tree(), failure, random);
            }
        }
        if (2 * rejected > cases) {
            throw new CheckFault(
                    "a filter rejected " + rejected + " of " + cases + " cases; generate matching values instead");
        }
    }

    /// The fraction of the maximum size that case `number` uses.
    private double scale(int number) {
        return Math.min(1, 2.0 * number / cases);
    }

    private AssertionFailure smallest(Body<T> body, Node failing, AssertionFailure first, SplitMix64 random) {
        Finding finding = first.finding();
        if (finding.kind() == FailureKind.TO_DO) {
            return first;
        }
        var found = new ArrayList<AssertionFailure>(List.of(first));
        Shrinker.Replayer replayer = candidate -> {
            ChoiceSource source = ChoiceSource.replay(candidate);
            AssertionFailure failure = failure(body, source);
            if (failure == null || !isSameFailure(failure.finding(), finding)) {
                return null;
            }
            found.add(failure);
            return source.tree();
        };
        Node reproduced = replayer.replayFailure(failing);
        if (reproduced == null) {
            return stateful(finding);
        }
        found.clear();
        Node smallest = Shrinker.shrink(reproduced, replayer, shrinkingCalls);
        AssertionFailure last = CallTexts.before(() -> inWords(body, ChoiceSource.replay(smallest)));
        if (last == null) {
            return stateful(finding);
        }
        return withEvidence(body, last, found, random);
    }

    /// Drops the symptoms that other failures contradict. A result of 4 instead of 2 may be twice as much or
    /// the square; other failures decide.
    private AssertionFailure withEvidence(
            Body<T> body, AssertionFailure smallest, List<AssertionFailure> found, SplitMix64 random) {
        Finding finding = smallest.finding();
        if (finding.kind() != FailureKind.MISMATCH || finding.symptoms().isEmpty()) {
            return smallest;
        }
        for (int i = 0; i < EXTRA_CASES; i++) {
            AssertionFailure other = failure(body, ChoiceSource.random(random, 1));
            if (other != null) {
                found.add(other);
            }
        }
        List<List<String>> others = found.stream()
                .map(AssertionFailure::finding)
                .filter(other -> other.kind() == FailureKind.MISMATCH)
                .map(Finding::symptoms)
                .toList();
        List<String> symptoms = CoincidenceFilter.confirmed(finding.symptoms(), others);
        return AssertionFailure.of(
                finding.kind(), finding.call(), finding.expected(), finding.got(), finding.why(), symptoms);
    }

    private static boolean isSameFailure(Finding a, Finding b) {
        return a.kind() == b.kind()
                && (a.kind() != FailureKind.THREW || exceptionName(a.got()).equals(exceptionName(b.got())));
    }

    private static String exceptionName(String thrown) {
        int colon = thrown.indexOf(':');
        return colon < 0 ? thrown : thrown.substring(0, colon);
    }

    private static AssertionFailure stateful(Finding finding) {
        return AssertionFailure.of(
                FailureKind.MISMATCH,
                finding.call(),
                finding.expected().isEmpty() ? "the same each time" : finding.expected() + ", and the same each time",
                finding.got() + ", and another result when called again with the same arguments",
                "a result must depend on the arguments only",
                List.of("stateful"));
    }

    private @Nullable AssertionFailure failure(Body<T> body, ChoiceSource source) {
        return CallTexts.later(() -> inWords(body, source));
    }

    private @Nullable AssertionFailure failure(Body<T> body, T value) {
        return CallTexts.later(() -> inWords(body, value));
    }

    /// The failure, whose calls are put into words as [CallTexts] says.
    private @Nullable AssertionFailure inWords(Body<T> body, ChoiceSource source) {
        try {
            return inWords(body, values.draw(source));
        } catch (ChoiceSource.CaseRejected e) {
            return null;
        }
    }

    private @Nullable AssertionFailure inWords(Body<T> body, T value) {
        try {
            body.check(value);
            return null;
        } catch (Throwable e) {
            return AssertionFailure.ofCase(() -> formatter.apply(value), e);
        }
    }
}
