package gradus.proctor.transcript;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The names of all symptoms that a finding can have. Assertions may report only these, and the judge has an
/// explanation for each, so there is no symptom without an explanation.
public final class SymptomCatalogue {

    private static final Set<String> NAMES = splitWords("""
            changed-argument aliased stateful global-seed seed-ignored
            too-slow:linear too-slow:quadratic too-slow:cubic too-slow:worse
            allocates allocates:linear allocates:quadratic allocates:cubic allocates:worse
            gradient kinks causality batch position train-eval not-shares attention-uniform attention-collapsed
            initial-loss overfit overfit:rises leak dead-units gradient-cut gradient-vanishes gradient-explodes
            too-few mean-off variance-off share-off correlated distribution
            null null-inside ragged length shape transposed
            nan nan:infinity nan:square nan:exp nan-lost nan-lost:infinity
            infinite infinite:sign infinite:exp infinite:log infinite:square infinity-lost zero zero:square
            loop-loses-digits int-limit lost-digits rounding float nearly whole rounded
            alone:first alone:second without:first without:last only:first only:last itself as-given done-twice
            equal-but:first equal-but:last equal-but:first-column equal-but:last-column columns:right columns:left
            reversed rolled:right rolled:left shifted:right shifted:left sorted permuted
            ratio:2 ratio:1/2 ratio:-1 ratio:1/ln2 ratio:ln2 ratio:1/ln10 ratio:ln10 ratio:100 ratio:degrees
            ratio:n ratio:1/n ratio:n/(n-1) ratio:(n-1)/n ratio:root-n ratio:1/root-n constant
            square-root squared complement exponential logarithm angle angle:degrees inverse before-softmax before-normalising
            absolute some-signs cumulative offset one-more one-less off-by-one:each accepts refuses
            text:case text:edges text:blanks round
            """);

    private static final Set<String> FORMULAS = splitWords("""
            sum mean sum-of-squares norm sum-of-sizes largest-size root-mean-square log-sum-exp log-mean-exp
            dot sum-of-both mean-of-products cosine city-distance squared-distance distance signed-differences
            city-distance-of-sums distance-of-sums plus minus times divided
            """);

    private static final Set<String> DENIED_RESOURCES = splitWords("program network file native reflection module");

    private SymptomCatalogue() {}

    /// All symptoms except those of the form `instead:mean/sum`.
    public static Set<String> names() {
        return NAMES;
    }

    /// The formulas that may be on either side of the slash in `instead:mean/sum`.
    public static Set<String> formulas() {
        return FORMULAS;
    }

    /// The resources to which the sandbox can deny access: the first symptom of an
    /// [Event.FailureKind#FORBIDDEN] finding.
    public static Set<String> deniedResources() {
        return DENIED_RESOURCES;
    }

    /// Checks that `symptom` is in the catalogue.
    ///
    /// @throws IllegalArgumentException if it isn't
    public static void requireKnown(String symptom) {
        String name = symptom.replaceFirst("^maybe:", "").replaceFirst("(?s)@.*", "");
        boolean known = name.startsWith("instead:")
                ? Stream.of(name.substring("instead:".length()).split("/")).allMatch(FORMULAS::contains)
                : NAMES.contains(name);
        if (!known) {
            throw new IllegalArgumentException(
                    "the symptom \"" + name + "\" isn't in SymptomCatalogue; add it there and explain it in the judge");
        }
    }

    private static Set<String> splitWords(String lines) {
        return Stream.of(lines.strip().split("\\s+")).collect(Collectors.toUnmodifiableSet());
    }
}
