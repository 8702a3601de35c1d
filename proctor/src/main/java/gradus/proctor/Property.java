package gradus.proctor;

import gradus.proctor.Choices.Node;
import gradus.proctor.transcript.Event.Finding;
import gradus.proctor.transcript.Event.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Something that holds for every value of a generator: tried on random ones from a pinned seed, the
/// simplest first. When it fails, the failure that is reported is the one of the smallest value that was
/// found to fail.
///
/// ```java
/// forAll(Gen.arrays(Gen.doubles(-10, 10), 1, 8))
///         .check(x -> calling("mean(" + Written.items(x) + ")", () -> mean(x)).gives(exact(x), "…"));
/// ```
public final class Property<T> {

    /// What is expected of one value, stated with the assertions of [Expect]. Each time it is given a
    /// value of its own, so it may hand it to code that changes it.
    public interface Body<T> {
        void check(T value) throws Exception;
    }

    private static final int CASES = 100;
    private static final int SHRINKING_CALLS = 1_000;
    private static final int MORE_EVIDENCE = 20;

    private final Gen<T> values;
    private final Function<? super T, String> written;
    private final int cases;
    private final long seed;
    private final int shrinkingCalls;

    private Property(Gen<T> values, Function<? super T, String> written, int cases, long seed, int shrinkingCalls) {
        this.values = values;
        this.written = written;
        this.cases = cases;
        this.seed = seed;
        this.shrinkingCalls = shrinkingCalls;
    }

    /// One hundred cases from seed 1, and at most 1,000 more to find the smallest.
    public static <T> Property<T> forAll(Gen<T> values) {
        return new Property<>(values, Property::formatCase, CASES, 1, SHRINKING_CALLS);
    }

    private static String formatCase(Object value) {
        return value instanceof Pair<?, ?> pair
                ? formatCase(pair.first()) + ", " + formatCase(pair.second())
                : Written.of(value);
    }

    public Property<T> cases(int number) {
        return new Property<>(values, written, number, seed, shrinkingCalls);
    }

    public Property<T> seed(long number) {
        return new Property<>(values, written, cases, number, shrinkingCalls);
    }

    /// How often at most the body is called to find the smallest failing value.
    public Property<T> shrinkingCalls(int number) {
        return new Property<>(values, written, cases, seed, number);
    }

    /// How a value is written in the failure of code that throws outside of any [Expect#calling].
    public Property<T> written(Function<? super T, String> text) {
        return new Property<>(values, text, cases, seed, shrinkingCalls);
    }

    /// That `body` passes for every value.
    public void check(Body<T> body) {
        var chance = new Chance(seed);
        int refused = 0;
        for (int i = 0; i < cases; i++) {
            Choices choices = i == 0 ? Choices.simplest() : drawn(chance, i);
            T value;
            try {
                value = values.draw(choices);
            } catch (Choices.Refused e) {
                refused++;
                continue;
            }
            Mismatch failure = failure(body, value);
            if (failure != null) {
                throw smallest(body, choices.tree(), failure, chance);
            }
        }
        if (2 * refused > cases) {
            throw new IllegalStateException(
                    "a filter refused " + refused + " of " + cases + " cases; make fitting values instead");
        }
    }

    private Choices drawn(Chance chance, int number) {
        return Choices.drawn(chance, Math.min(1, 2.0 * number / cases));
    }

    private Mismatch smallest(Body<T> body, Node failing, Mismatch first, Chance chance) {
        Finding finding = first.finding();
        if (finding.kind() == Kind.TO_DO) {
            return first;
        }
        var found = new ArrayList<Mismatch>(List.of(first));
        Shrinker.Retry retry = script -> {
            Choices choices = Choices.read(script);
            Mismatch failure = failure(body, choices);
            if (failure == null || !isAlike(failure.finding(), finding)) {
                return null;
            }
            found.add(failure);
            return choices.tree();
        };
        Node again = retry.failing(failing);
        if (again == null) {
            return stateful(finding);
        }
        found.clear();
        Node smallest = Shrinker.smallest(again, retry, shrinkingCalls);
        Mismatch last = failure(body, Choices.read(smallest));
        if (last == null) {
            return stateful(finding);
        }
        return withEvidence(body, last, found, chance);
    }

    /// Leaves out the guesses that do not fit other failures: 4 in place of 2 is twice as much, and the
    /// square.
    private Mismatch withEvidence(Body<T> body, Mismatch smallest, List<Mismatch> found, Chance chance) {
        Finding finding = smallest.finding();
        if (finding.kind() != Kind.MISMATCH || finding.signs().isEmpty()) {
            return smallest;
        }
        for (int i = 0; i < MORE_EVIDENCE; i++) {
            Mismatch other = failure(body, Choices.drawn(chance, 1));
            if (other != null) {
                found.add(other);
            }
        }
        List<List<String>> others = found.stream()
                .map(Mismatch::finding)
                .filter(other -> other.kind() == Kind.MISMATCH)
                .map(Finding::signs)
                .toList();
        List<String> signs = Guesses.kept(finding.signs(), others);
        return Mismatch.of(finding.kind(), finding.call(), finding.expected(), finding.got(), finding.why(), signs);
    }

    private static boolean isAlike(Finding a, Finding b) {
        return a.kind() == b.kind() && (a.kind() != Kind.THREW || name(a.got()).equals(name(b.got())));
    }

    private static String name(String thrown) {
        int colon = thrown.indexOf(':');
        return colon < 0 ? thrown : thrown.substring(0, colon);
    }

    private static Mismatch stateful(Finding finding) {
        return Mismatch.of(
                Kind.MISMATCH,
                finding.call(),
                finding.expected().isEmpty() ? "the same each time" : finding.expected() + ", and the same each time",
                finding.got() + ", and another result when called again with the same",
                "a result depends on the arguments alone",
                List.of("stateful"));
    }

    private @Nullable Mismatch failure(Body<T> body, Choices choices) {
        try {
            return failure(body, values.draw(choices));
        } catch (Choices.Refused e) {
            return null;
        }
    }

    private @Nullable Mismatch failure(Body<T> body, T value) {
        try {
            body.check(value);
            return null;
        } catch (Mismatch e) {
            return e;
        } catch (OutOfMemoryError e) {
            throw e;
        } catch (Throwable e) {
            return Mismatch.thrown(written.apply(value), "", e, "");
        }
    }
}
