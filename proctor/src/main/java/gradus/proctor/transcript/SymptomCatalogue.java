package gradus.proctor.transcript;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Every sign that a finding can bear, by name. Who reports a failure takes its signs from here, and who
/// explains one has words for each: a sign without words cannot come about.
public final class SymptomCatalogue {

    private static final Set<String> NAMES = splitWords("""
            changed-argument aliased stateful global-seed seed-ignored
            too-slow:linear too-slow:quadratic too-slow:cubic too-slow:worse
            allocates allocates:linear allocates:quadratic allocates:cubic allocates:worse
            gradient kinks causality batch position train-eval not-shares attention-uniform attention-collapsed
            initial-loss overfit overfit:rises leak dead-units gradient-cut gradient-vanishes gradient-explodes
            too-few mean-off variance-off share-off correlated distribution
            null null-inside ragged length shape transposed
            nan nan:infinity nan:square nan:exp nan-lost
            infinite infinite:exp infinite:log infinite:square infinity-lost zero zero:square
            loop-loses-digits int-limit lost-digits rounding float nearly whole rounded
            alone:first alone:second without:first without:last only:first only:last itself as-given done-twice
            equal-but:first equal-but:last equal-but:first-column equal-but:last-column columns:right columns:left
            reversed rolled:right rolled:left shifted:right shifted:left sorted permuted
            ratio:2 ratio:1/2 ratio:-1 ratio:1/ln2 ratio:ln2 ratio:1/ln10 ratio:ln10 ratio:100 ratio:degrees
            ratio:n ratio:1/n ratio:n/(n-1) ratio:(n-1)/n ratio:root-n ratio:1/root-n constant
            square-root squared complement exponential logarithm angle angle:degrees inverse before-softmax before-normalising
            absolute some-signs offset one-more one-less off-by-one:each accepts refuses
            text:case text:edges text:blanks round
            """);

    private static final Set<String> FORMULAS = splitWords("""
            sum mean sum-of-squares norm sum-of-sizes largest-size root-mean-square log-sum-exp log-mean-exp
            dot sum-of-both mean-of-products cosine city-distance squared-distance distance signed-differences
            city-distance-of-sums distance-of-sums plus minus times divided
            """);

    private static final Set<String> DENIED_RESOURCES = splitWords("program network file native reflection module");

    private SymptomCatalogue() {}

    /// The signs that are not `instead:` one formula or another.
    public static Set<String> names() {
        return NAMES;
    }

    /// What may stand on both sides of the slash in `instead:mean/sum`.
    public static Set<String> formulas() {
        return FORMULAS;
    }

    /// The first sign of a finding of [Event.DataType#FORBIDDEN].
    public static Set<String> deniedResources() {
        return DENIED_RESOURCES;
    }

    /// @throws IllegalArgumentException if no words are kept for `symptom`
    public static void requireKnown(String symptom) {
        String name = symptom.replaceFirst("^maybe:", "").replaceFirst("(?s)@.*", "");
        boolean known = name.startsWith("instead:")
                ? Stream.of(name.substring("instead:".length()).split("/")).allMatch(FORMULAS::contains)
                : NAMES.contains(name);
        if (!known) {
            throw new IllegalArgumentException("the sign " + name + " has no place in the vocabulary; add it there");
        }
    }

    private static Set<String> splitWords(String lines) {
        return Stream.of(lines.strip().split("\\s+")).collect(Collectors.toUnmodifiableSet());
    }
}
