package gradus.studio;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.course.Fault;
import gradus.studio.author.AuthorProve.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which proofs a change makes stale, and that none of these gets through.
class ProofsTest {

    private static final String MATRICES = "curriculum/linear-algebra/matrices/";
    private static final String VECTORS = "curriculum/linear-algebra/vectors/";
    private static final String FIRST_MODEL = "curriculum/toolkit/first-model/";
    private static final String LIBRARY = "ml/src/main/java/gradus/ml/";

    @TempDir
    Path root;

    private CourseCopy course;

    @BeforeEach
    void copyTheCourse() throws IOException {
        course = CourseCopy.in(root);
    }

    private List<String> check() {
        return AuthorTools.check(course.installation(), Clock.systemUTC()).check(Optional.empty()).faults().stream()
                .map(Fault::toString)
                .toList();
    }

    private static String stale(String folder, String because) {
        String id = Path.of(folder).getFileName().toString();
        return folder + "proof.json:1: The proof is stale, because " + because + "; run \"./gradus author prove " + id
                + "\".";
    }

    @Test
    void proseCommentsAndWhatNoLessonReachesChangeNothing() throws IOException {
        course.change(VECTORS + "lesson.md", "## When cosine, when distance", "## When one, when the other");
        course.change(VECTORS + "lab.md", "After `x.times(3)`, what must `x` still be?", "What must `x` still be?");
        course.change(VECTORS + "checks/VectorTest.java", "\n}\n", "\n    // the end\n}\n");
        course.change(LIBRARY + "linalg/Vector.java", "\n}\n", "\n\n    /* the end */\n}\n");
        course.change(LIBRARY + "transformer/Gpt.java", "\n}\n", "\n    static int later;\n}\n");
        assertThat(check()).isEmpty();
    }

    @Test
    void aClassOfTheLibraryMakesStaleTheLessonsThatReachIt() throws IOException {
        course.change(LIBRARY + "linalg/Vector.java", "\n}\n", "\n    private static int later;\n}\n");
        String because = "classes of the library that it reaches, its starter and figures, programs or answers of its"
                + " page have changed";
        assertThat(check())
                .contains(stale(MATRICES, because), stale(VECTORS, because))
                .allMatch(fault -> fault.contains("The proof is stale"))
                .noneMatch(fault -> fault.startsWith(FIRST_MODEL));
    }

    @Test
    void whatHasChangedIsNamed() throws IOException {
        course.change(FIRST_MODEL + "checks/FirstModelTest.java", "\n}\n", "\n    int later;\n}\n");
        course.change("data/words/words.csv", "king", "kink");
        Files.delete(course.file("curriculum/toolkit/java-numerics/proof.json"));
        assertThat(check())
                .filteredOn(fault -> !fault.startsWith("data/"))
                .containsExactly(
                        stale(VECTORS, "its data and figures, programs or answers of its page have changed"),
                        stale(FIRST_MODEL, "its checks have changed"),
                        "curriculum/toolkit/java-numerics/proof.json:1: The lesson has no proof; run"
                                + " \"./gradus author prove java-numerics\".");
    }

    @Test
    void aSolutionThatChangesIsNamed() throws IOException {
        course.change(FIRST_MODEL + "right/streams/NearestNeighbour.java", "\n}\n", "\n    int later;\n}\n");
        assertThat(check()).containsExactly(stale(FIRST_MODEL, "the solution right/streams has changed"));
    }

    @Test
    void whatThePythonOfAPanelPrintedBelongsToTheProofOfThePage() throws IOException {
        course.change(VECTORS + "panel.json", "norm 5.0", "norm 5.00");
        assertThat(check()).containsExactly(stale(VECTORS, "figures, programs or answers of its page have changed"));
    }

    @Test
    void aLessonWhosePythonPrintedSomethingElseThanItsJavaIsNotProved() throws IOException {
        course.change(VECTORS + "panel.json", "norm 5.0", "norm 5.1");
        assertThat(CurriculumTest.prove(course.installation(), Optional.of(course.file(VECTORS)), Mode.STALE)
                        .faults())
                .extracting(Fault::message)
                .singleElement()
                .asString()
                .startsWith("The panel's \"norm\" is 5.1 in Python and 5.0 in Java, and must agree within 1e-15");
    }

    @Test
    void aCheckThatDoesNotCompileIsNamedWithItsLine() throws IOException {
        course.change(FIRST_MODEL + "checks/FirstModelTest.java", "\n}\n", "\n    int later = \"soon\";\n}\n");
        assertThat(prove(Mode.STALE))
                .singleElement()
                .asString()
                .containsPattern(
                        "the lab can't be judged: gradus/checks/first_model/FirstModelTest\\.java:\\d+ does not"
                                + " compile: incompatible types");
    }

    @Test
    void knownAnswersThatContradictTheirCasesAreFaults() throws IOException {
        course.change(FIRST_MODEL + "lesson.md", "- = `least > distance`", "- = `least >= distance`");
        course.change(FIRST_MODEL + "lesson.md", "- ~ `distance <= least`", "- ~ `!(distance >= least)`");
        course.change(FIRST_MODEL + "lesson.md", "- ~ `labels[t]`", "- ~ `label[t]`");
        assertThat(check())
                .containsExactly(stale(FIRST_MODEL, "figures, programs or answers of its page have changed"));
        assertThat(prove(Mode.STALE))
                .satisfiesExactly(
                        right -> assertThat(right)
                                .endsWith("the question \"tie-hole\" has two right answers, \"distance < least\" and"
                                        + " \"least >= distance\", that differ on nearest(2, 1, 1, 3); correct one."),
                        wrong -> assertThat(wrong)
                                .endsWith("the question \"tie-hole\" has the wrong answer \"!(distance >= least)\","
                                        + " which gives the same as the right one, \"distance < least\", on all cases;"
                                        + " add a case on which they differ."),
                        broken -> assertThat(broken)
                                .startsWith(FIRST_MODEL + "lesson.md:")
                                .endsWith("the question \"score-hole\" has the answer \"label[t]\", which doesn't"
                                        + " compile: cannot find symbol; fix it or leave it out."));
    }

    private List<String> prove(Mode mode) {
        return CurriculumTest.prove(course.installation(), Optional.of(course.file(FIRST_MODEL)), mode)
                .faults()
                .stream()
                .map(Fault::toString)
                .toList();
    }
}
