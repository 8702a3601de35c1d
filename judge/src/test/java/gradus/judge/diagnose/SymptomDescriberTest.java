package gradus.judge.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.proctor.transcript.Event.FailureKind;
import gradus.proctor.transcript.Event.Finding;
import gradus.proctor.transcript.SymptomCatalogue;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SymptomDescriberTest {

    /// Symptoms that count only together with others, and the length of a cycle of calls.
    private static final Set<String> READ_WITH_OTHERS = Set.of("accepts", "refuses", "round");

    @ParameterizedTest
    @MethodSource("symptoms")
    void everySymptomHasAMessage(String symptom) {
        String message = SymptomDescriber.sentence(symptom + "@3/4")
                .or(() -> SymptomDescriber.question(symptom + "@3/4"))
                .orElse("");

        assertThat(message).matches("\\p{Lu}.*[.?]").doesNotContain("@", "{}", "[]");
    }

    static Stream<String> symptoms() {
        return Stream.concat(
                        SymptomCatalogue.names().stream().filter(symptom -> !READ_WITH_OTHERS.contains(symptom)),
                        SymptomCatalogue.formulas().stream().map(formula -> "instead:" + formula + "/sum"))
                .sorted();
    }

    @ParameterizedTest
    @ValueSource(strings = {"4", "-0.5", "0.333333", "1.41421", "57", "0.0833333", "3.14159", "-0.666667"})
    void aRatioThatAFactorGivesIsNamed(String ratio) {
        assertThat(SymptomDescriber.sentence("constant@" + ratio))
                .get()
                .asString()
                .contains(ratio);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.037283", "0.129099", "1.73913", "0.501333"})
    void anyOtherIsNot(String ratio) {
        assertThat(SymptomDescriber.sentence("constant@" + ratio)).isEmpty();
        assertThat(SymptomDescriber.question("constant@" + ratio)).isEmpty();
    }

    @Test
    void everyMessageBelongsToASymptom() {
        assertThat(SymptomMessages.FORMULAS.keySet()).isSubsetOf(SymptomCatalogue.formulas());
        assertThat(SymptomMessages.QUESTIONS.keySet()).isSubsetOf(SymptomCatalogue.names());
        assertThat(SymptomMessages.SENTENCES.keySet())
                .filteredOn(symptom -> !SymptomCatalogue.names().contains(symptom))
                .as("symptoms of several failures together")
                .containsExactlyInAnyOrder("opposite", "same-answer");
    }

    @Test
    void everyDeniedResourceSaysWhyAndWhatToDoInstead() {
        for (String resource : SymptomCatalogue.deniedResources()) {
            assertThat(SandboxViolations.verdict(finding(resource)).why())
                    .as(resource)
                    .isNotEqualTo("Do without it.");
        }
    }

    private static Finding finding(String resource) {
        return new Finding(FailureKind.FORBIDDEN, "", "", "", "", List.of(resource, "X.y"), List.of());
    }
}
