package gradus.course.read;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.course.Lesson;
import gradus.course.LessonSnippet;
import gradus.course.Panel;
import gradus.course.Section;
import gradus.course.SectionKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PanelTest {

    private static final String JSON = "curriculum/arithmetic/doubling/panel.json";

    @TempDir
    Path folder;

    private SampleCurriculum curriculum;

    @BeforeEach
    void copyTheCurriculum() {
        curriculum = SampleCurriculum.at(folder);
    }

    private Lesson doubling() {
        return curriculum.read().course().lesson("doubling").orElseThrow();
    }

    @Test
    void aPanelHasItsCodeItsAgreementItsPackagesAndItsRecord() {
        Panel panel = doubling().panel().orElseThrow();

        assertThat(panel.code()).startsWith("import math\n").endsWith("print(\"half\", 7 / 2)\n");
        assertThat(panel.agree()).isEqualTo("1e-9");
        assertThat(panel.differences()).isEqualTo(Map.of("half", "the Java divides integers"));
        assertThat(panel.packages()).isEqualTo(Map.of("numpy", "2.4.6"));
        assertThat(panel.recording().orElseThrow().output()).startsWith("twice [2. 5.]\nroot ");
    }

    @Test
    void aLessonNeedsNoPanel() {
        assertThat(curriculum.read().course().lesson("adding").orElseThrow().panel())
                .isEmpty();
    }

    @Test
    void thePageShowsJavaAndPythonWithTheirOutputsAndWhatDiffers() {
        String html =
                doubling().section(SectionKind.INDUSTRY).map(Section::html).orElseThrow();

        assertThat(html)
                .containsSubsequence(
                        "<div class=\"panel\">",
                        "<p class=\"panel-language\">Java</p>",
                        "<pre class=\"code\" data-language=\"java\" data-run=\"\"><code>void main() {",
                        "<pre class=\"code\" data-language=\"output\"><code>twice (2.0, 5.0)\n",
                        "<p class=\"panel-language\">Python</p>",
                        "<pre class=\"code\" data-language=\"python\"><code>import math\n",
                        "<pre class=\"code\" data-language=\"output\"><code>twice [2. 5.]\n",
                        "Recorded with Python 3.11.7, numpy 2.4.6 on 2026-11-29.",
                        "The other values agree within a relative tolerance of 1e-9.",
                        "<li><code>half</code> differs by design: the Java divides integers</li>");
        assertThat(html).containsOnlyOnce("twice (2.0, 5.0)\n").doesNotContain("# agree");
        assertThat(html.split("<details class=\"prints\">", -1))
                .as("both outputs are folded")
                .hasSize(3);
    }

    @Test
    void theJavaOfAPanelIsRunAsEveryProgramOfThePage() {
        List<LessonSnippet> programs = curriculum.read().examples().stream()
                .filter(program -> program.lesson().equals("doubling"))
                .toList();

        assertThat(programs.getLast().output()).isEqualTo("twice (2.0, 5.0)\nroot 1.4142135623730951\nhalf 3\n");
    }

    @Test
    void aRecordThatIsStaleIsNotShown() {
        curriculum.edit(JSON, List.of("    \"numpy\": \"2.4.6\""), List.of("    \"numpy\": \"2.4.5\""));

        assertThat(doubling().panel().orElseThrow().recording()).isEmpty();
    }
}
