package gradus.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import gradus.course.CourseReadResult;
import gradus.course.Lesson;
import gradus.course.proof.LabProof;
import gradus.course.proof.MutationScore;
import gradus.course.proof.MutationScore.Finding;
import gradus.course.proof.Proof;
import gradus.course.proof.ProofFile;
import gradus.judge.local.LocalJudge;
import gradus.studio.author.AuthorMutate;
import gradus.studio.author.AuthorReport;
import gradus.studio.author.Proofs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The mutants of a small lab, judged for real: a check that is too weak is seen by what survives.
class MutationTest {

    private static final String CHECK =
            "calling(\"Energy.of(…)\", () -> Energy.of(new double[] {%s})).within(%s, 0).gives(%s, \"by hand\");";

    @TempDir
    Path root;

    private School school;

    @BeforeEach
    void openASchool() {
        school = new School(root).library("Energy", """
                        package gradus.ml.toy;

                        public final class Energy {

                            private Energy() {}

                            /// The mean of the squares.
                            public static double of(double[] x) {
                                double sum = 0;
                                for (int i = 0; i < x.length; i++) {
                                    sum += x[i] * x[i];
                                }
                                return sum / x.length;
                            }
                        }
                        """);
    }

    private MutationScore judged(String numbers, String tolerance, String result) throws IOException {
        lesson(numbers, tolerance, result);
        Installation installation = school.installation();
        Lesson lesson = installation.readCourse().course().lessons().getFirst();
        if (ProofFile.read(lesson.folder()).proof().isEmpty()) {
            var lab = new LabProof(Map.of(), Map.of(), Map.of(), Map.of());
            ProofFile.write(lesson.folder(), new Proof(Optional.of(lab), "page"));
        }
        mutate(installation);
        return ProofFile.read(lesson.folder()).proof().orElseThrow().mutants().orElseThrow();
    }

    private void lesson(String numbers, String tolerance, String result) {
        school.lesson(
                "energies",
                "",
                "cuts:\n  - gradus.ml.toy.Energy#of\nlimits: { seconds: 3, megabytes: 64 }\n",
                CHECK.formatted(numbers, tolerance, result));
    }

    private static void mutate(Installation installation) {
        CourseReadResult course = installation.readCourse();
        try (var judge = LocalJudge.oneShot(installation.judgePaths())) {
            new AuthorMutate(new Proofs(installation.root(), course, installation.library()), judge.prover())
                    .refresh(course.course().lessons());
        }
    }

    @Test
    void aGoodCheckKillsWhatIsWrongPassesWhatIsTheSameAndRefusesWhatIsLessPrecise() throws IOException {
        MutationScore score = judged("0.1, 0.7, -2.2", "1e-12", "1.78");
        assertThat(score.of()).isGreaterThan(12);
        assertThat(score.survivors()).extracting(Finding::id).isEmpty();
        assertThat(score.benign()).isGreaterThan(6);
        assertThat(score.benignRefused()).isEmpty();
        assertThat(score.approximating()).isEqualTo(2);
        assertThat(score.approximatingPassed()).isEmpty();
        assertThat(remarks()).isEmpty();

        lesson("0.1, 0.7, -2.2", "1e-12", "1.780");
        assertThat(remarks())
                .singleElement()
                .asString()
                .endsWith("The mutation score is stale; run \"./gradus author report --mutants energies\".");
    }

    @Test
    void aWeakCheckIsSeenByWhatSurvivesAndAnAuthorSaysWhatDoesNotCount() throws IOException {
        MutationScore score = judged("1, 1", "1e-3", "1.0");
        assertThat(score.survivors())
                .extracting(Finding::before, Finding::after)
                .contains(tuple("sum += x[i] * x[i];", "sum += x[i] / x[i];"));
        assertThat(score.approximatingPassed())
                .extracting(Finding::after)
                .containsExactlyInAnyOrder("float sum = 0;", "return (float) (sum / x.length);");

        Finding first = score.survivors().getFirst();
        Files.writeString(
                root.resolve("curriculum/toy/energies/mutants.md"), "- " + first.id() + ": it is the same for 1\n");
        assertThat(remarks()).hasSize(1);
        assertThat(judged("1, 1", "1e-3", "1.0").survivors())
                .hasSize(score.survivors().size() - 1)
                .doesNotContain(first);
    }

    @Test
    void aBenignMutantThatIsRefusedIsShownWithItsMargins() throws IOException {
        MutationScore score = judged("0.1, 0.2, 0.3, 0.6, 0.7", "0", "0.198");
        assertThat(score.benignRefused())
                .isNotEmpty()
                .extracting(Finding::how)
                .allSatisfy(
                        how -> assertThat(how)
                                .matches(
                                        "fails \"works by hand\" .*, which differs by \\S+e[-+]\\d+, relatively by \\S+e-1\\d"));
    }

    @Test
    void aReportShowsWhatIsKeptAndWhichBarsAreMet() throws IOException {
        judged("1, 1", "1e-3", "1.0");
        RealTerminal terminal = school.terminal();
        assertThat(terminal.type("author report energies")).as(terminal.err).isZero();
        assertThat(terminal.words())
                .contains("checks 1 (1 example), 1 visible")
                .contains("✗ 10 checks or more: 1")
                .contains("✗ 90 % of standard mutants killed:")
                .contains("sum += x[i] * x[i]; → sum += x[i] / x[i];")
                .contains("Approximating, but passed: of/float-sum/")
                .contains("✗ every clause of the contract has a check: 0 of 0");

        assertThat(terminal.type("author report --json")).isZero();
        assertThat(terminal.object().get("lessons"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .singleElement()
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("lesson", "energies")
                .containsKeys("prose", "questions", "lab", "bars");
    }

    @Test
    void aNameThatIsNoLessonIsAnErrorOfEachCommand() {
        lesson("1", "0", "1.0");
        RealTerminal terminal = school.terminal();
        for (String command : List.of("check", "prove", "report", "report --mutants")) {
            assertThat(terminal.type("author " + command + " nonsense"))
                    .as(command)
                    .isEqualTo(2);
            assertThat(terminal.err).contains("There is no lesson at").contains("name a lesson, its folder");
        }
    }

    private List<String> remarks() {
        return AuthorTools.check(school.installation(), InstantSource.fixed(Instant.EPOCH))
                .check(Optional.empty())
                .remarks()
                .stream()
                .map(AuthorReport.Remark::toString)
                .toList();
    }
}
