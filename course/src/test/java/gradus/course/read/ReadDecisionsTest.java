package gradus.course.read;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.course.Coding;
import gradus.course.CourseReadResult;
import gradus.course.Decision;
import gradus.course.Decisions;
import gradus.course.Lab;
import gradus.course.Lesson;
import gradus.course.answer.DecisionAnswers;
import gradus.course.proof.ProofInputs;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A lab of code with cases to decide.
class ReadDecisionsTest {

    private static final String LAB = "curriculum/arithmetic/adding/lab.md";

    private static final String GATE = "gate: AdderChecks#addsFruit";

    @TempDir
    Path folder;

    private SampleCurriculum withDecisions() {
        SampleCurriculum curriculum = SampleCurriculum.at(folder);
        curriculum.edit(LAB, List.of(GATE), List.of(GATE, "decide: 1"));
        curriculum.edit(LAB, List.of("## Hints {#hints}"), """
                ## Decisions {#decisions}

                ### Whose fault? {#whose-fault}

                A sum is *too large*.

                - [ ] The test's :: It asks for what the contract says.
                - [x] The loop's :: It runs once too often.

                ### What first? {#what-first}

                - [x] Run it :: The message says what was called.
                - [x] Read it :: That works as well.
                - [ ] Write it anew :: Then nobody knows what was wrong.

                ## Hints {#hints}
                """.lines().toList());
        return curriculum;
    }

    private static Coding read(SampleCurriculum curriculum) {
        CourseReadResult result = curriculum.read();
        assertThat(result.faults()).isEmpty();
        return result.course().lesson("adding").flatMap(Lesson::coding).orElseThrow();
    }

    @Test
    void theCasesAreGradedAfterTheChecksOfTheCode() {
        Coding lab = read(withDecisions());
        Decisions decisions = lab.decisions().orElseThrow();

        assertThat(decisions.atLeast()).isEqualTo(1);
        assertThat(decisions.answers()).isEqualTo("answers/adding.yaml");
        assertThat(decisions.cases()).extracting(Decision::title).containsExactly("Whose fault?", "What first?");
        assertThat(decisions.cases().getFirst().html()).contains("<em>too large</em>");
        assertThat(lab.checks()).extracting(Lab.Check::id).doesNotContain("whose-fault");
        assertThat(lab.graded()).startsWith(lab.checks().toArray(Lab.Check[]::new));
        assertThat(lab.graded()).extracting(Lab.Check::id).endsWith("whose-fault", "what-first");
        assertThat(lab.statement()).doesNotContain("Whose fault?");
    }

    @Test
    void aLabWithoutThemIsReadAsBefore() {
        Coding lab = read(SampleCurriculum.at(folder));

        assertThat(lab.decisions()).isEmpty();
        assertThat(lab.graded()).isEqualTo(lab.checks());
    }

    @Test
    void theKeyDecidesEveryCaseRightly() {
        Decisions decisions = read(withDecisions()).decisions().orElseThrow();
        String key = DecisionAnswers.key(decisions);

        assertThat(key).isEqualTo("whose-fault: b\nwhat-first: a\n");
        assertThat(DecisionAnswers.parse(key).decided(decisions))
                .allSatisfy(decided -> assertThat(decided.right()).isTrue());
    }

    @Test
    void aProofDependsOnWhatIsRightAndNotOnTheWords() {
        SampleCurriculum curriculum = withDecisions();
        Map<String, String> before = inputs(curriculum);

        curriculum.edit(LAB, List.of("A sum is *too large*."), List.of("A sum is too small."));
        assertThat(inputs(curriculum)).isEqualTo(before).containsKey(ProofInputs.DECISIONS);

        curriculum.edit(
                LAB,
                List.of("- [x] Read it :: That works as well."),
                List.of("- [ ] Read it :: That takes longer, with a message at hand."));
        assertThat(inputs(curriculum).get(ProofInputs.DECISIONS)).isNotEqualTo(before.get(ProofInputs.DECISIONS));
    }

    private static Map<String, String> inputs(SampleCurriculum curriculum) {
        return ProofInputs.of(curriculum.root()).lab(read(curriculum), List.of());
    }
}
