package gradus.judge.local;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.course.Coding;
import gradus.course.Lab;
import gradus.course.Lesson;
import gradus.course.read.CourseReader;
import gradus.judge.JudgePaths;
import gradus.judge.LearnerParts;
import gradus.judge.Verdict;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Mistakes are recognised by what has been proved of them: no solution runs on a learner's machine.
class ProvedMistakesTest {

    private static final Path ROOT = Path.of(System.getProperty("gradus.root")).toAbsolutePath();

    @TempDir
    Path cache;

    private static Coding lab() {
        return CourseReader.read(ROOT, (formula, _) -> formula)
                .course()
                .lesson("first-model")
                .flatMap(Lesson::coding)
                .orElseThrow();
    }

    @Test
    void aMistakeIsRecognisedAndNoOtherSolutionIsJudged() {
        Coding lab = lab();
        Lab.Solution wrong = lab.wrongSolutions().getFirst();
        try (LocalJudge judge = LocalJudge.oneShot(JudgePaths.locate(ROOT, cache))) {
            Verdict verdict = judge.judge(lab, SourceSets.toSubmission(lab, wrong), LearnerParts.NONE, _ -> {});

            assertThat(verdict)
                    .isInstanceOfSatisfying(
                            Verdict.NotYet.class,
                            notYet -> assertThat(notYet.diagnosis().recognised().map(Verdict.RecognisedMistake::name))
                                    .contains(wrong.name()));
        }
        assertThat(cache.resolve("fingerprints"))
                .satisfiesAnyOf(
                        folder -> assertThat(folder).doesNotExist(),
                        folder -> assertThat(folder).isEmptyDirectory());
    }

    @Test
    void withoutAProofTheOtherSolutionsAreJudgedAtTheFirstFailure() {
        Coding proved = lab();
        Coding lab = proved.withWrongSolutions(proved.wrongSolutions().stream()
                .limit(2)
                .map(solution -> new Lab.Solution(
                        solution.name(),
                        solution.misconception(),
                        solution.hints(),
                        solution.sources(),
                        solution.parts(),
                        solution.folder(),
                        Optional.empty()))
                .toList());
        try (LocalJudge judge = LocalJudge.oneShot(JudgePaths.locate(ROOT, cache))) {
            judge.judge(lab, SourceSets.toSubmission(lab, lab.wrongSolutions().getFirst()), LearnerParts.NONE, _ -> {});
        }
        assertThat(cache.resolve("fingerprints")).isDirectoryContaining("glob:**");
    }
}
