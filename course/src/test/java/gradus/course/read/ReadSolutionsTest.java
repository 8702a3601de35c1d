package gradus.course.read;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.course.Coding;
import gradus.course.Lab;
import gradus.course.Lesson;
import gradus.course.Source;
import gradus.course.cut.InMemoryCompiler;
import gradus.course.cut.SolutionSources;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Solutions are read as their authors wrote them, and completed from the library.
class ReadSolutionsTest {

    @TempDir
    Path folder;

    @Test
    void membersOfASolutionAreLaidOverTheLibrary() {
        Coding lab = lab("adding");
        Lab.Solution wrong = lab.wrongSolutions().stream()
                .filter(solution -> solution.name().equals("larger"))
                .findFirst()
                .orElseThrow();

        assertThat(wrong.misconception()).contains("larger-one");
        assertThat(wrong.hints()).hasSize(3);
        Source source = complete(lab, wrong).getFirst();
        assertThat(source.path()).isEqualTo("gradus/ml/sums/Adder.java");
        assertThat(source.text()).contains("Math.max(a, b)", "sum = add(sum, number);");
        assertThat(InMemoryCompiler.complaints(source)).isEmpty();
    }

    @Test
    void aClassThatASolutionDoesNotTouchIsTheReference() {
        Coding lab = lab("doubling");
        List<Source> first = complete(lab, lab.wrongSolutions().getFirst());

        assertThat(first)
                .extracting(Source::className)
                .containsExactlyInAnyOrder("gradus.ml.sums.Doubler", "gradus.lab.doubling.Table");
        assertThat(first.getLast()).isEqualTo(lab.references().getLast());
    }

    private Coding lab(String lesson) {
        return SampleCurriculum.at(folder)
                .read()
                .course()
                .lesson(lesson)
                .flatMap(Lesson::coding)
                .orElseThrow();
    }

    private static List<Source> complete(Coding lab, Lab.Solution solution) {
        List<Source> complete = SolutionSources.of(lab).complete(solution);
        assertThat(complete).hasSameSizeAs(lab.cuts());
        return complete;
    }
}
