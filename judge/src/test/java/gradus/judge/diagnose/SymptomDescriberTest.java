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

class SymptomDescriberTest {

    /// What only counts together with others, and how long a round of calls is.
    private static final Set<String> READ_WITH_OTHERS = Set.of("accepts", "refuses", "round");

    @ParameterizedTest
    @MethodSource("signs")
    void everySignThatCanComeHasWords(String sign) {
        String words = SymptomDescriber.sentence(sign + "@3/4")
                .or(() -> SymptomDescriber.question(sign + "@3/4"))
                .orElse("");

        assertThat(words).matches("\\p{Lu}.*[.?]").doesNotContain("@", "{}", "[]");
    }

    static Stream<String> signs() {
        return Stream.concat(
                        SymptomCatalogue.names().stream().filter(sign -> !READ_WITH_OTHERS.contains(sign)),
                        SymptomCatalogue.formulas().stream().map(formula -> "instead:" + formula + "/sum"))
                .sorted();
    }

    @Test
    void nothingIsSaidOfWhatCannotCome() {
        assertThat(SymptomMessages.FORMULAS.keySet()).isSubsetOf(SymptomCatalogue.formulas());
        assertThat(SymptomMessages.QUESTIONS.keySet()).isSubsetOf(SymptomCatalogue.names());
        assertThat(SymptomMessages.SENTENCES.keySet())
                .filteredOn(sign -> !SymptomCatalogue.names().contains(sign))
                .as("signs that several failures make together")
                .containsExactlyInAnyOrder("opposite", "same-answer");
    }

    @Test
    void everyDoorSaysWhyItIsClosedAndWhatToDoInstead() {
        for (String door : SymptomCatalogue.deniedResources()) {
            assertThat(SandboxViolations.verdict(finding(door)).why()).as(door).isNotEqualTo("Do without it.");
        }
    }

    private static Finding finding(String door) {
        return new Finding(FailureKind.FORBIDDEN, "", "", "", "", List.of(door, "X.y"), List.of());
    }
}
