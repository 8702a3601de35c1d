package gradus.course.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.course.read.ProgramFences.Program;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgramFencesTest {

    private static final String PROGRAM = "```java run\nvoid main() {}\n```\n";

    /// The text whose programs print `outputs`, in order.
    private static String filled(String text, String... outputs) {
        ProgramFences fences = ProgramFences.of(text);
        Map<Program, String> byProgram = new LinkedHashMap<>();
        for (int i = 0; i < outputs.length; i++) {
            byProgram.put(fences.programs().get(i), outputs[i]);
        }
        return fences.filled(byProgram);
    }

    @Test
    void theProgramsOfAFileAreFoundWithTheirLinesAndWhatTheyPrint() {
        String text = "---\ntitle: x\n---\n\nOne.\n\n" + PROGRAM
                + "\n```output\n1\n```\n\n```java part\nint a;\n```\n\n" + PROGRAM + "\nTwo.\n";

        List<Program> programs = ProgramFences.of(text).programs();

        assertThat(programs).extracting(Program::line).containsExactly(8, 20);
        assertThat(programs).extracting(Program::code).containsOnly("void main() {}\n");
        assertThat(programs.getFirst().output()).contains("1\n");
        assertThat(programs.getLast().output()).isEmpty();
    }

    @Test
    void aProgramBesidePythonIsOneToo() {
        assertThat(filled("```java run panel\nvoid main() {}\n```\n\n```output\n1\n```\n", "2"))
                .isEqualTo("```java run panel\nvoid main() {}\n```\n\n```output\n2\n```\n");
    }

    @Test
    void onlyTheOutputChanges() {
        String before = "Trailing blanks  \n\n\n" + PROGRAM + "\n\n``` output\nold\n```\n\n\ttab\n\nno end";
        assertThat(filled(before, "one\n\n  two   ")).isEqualTo(before.replace("old", "one\n\n  two   "));
        assertThat(filled(before, "")).isEqualTo(before.replace("old\n", ""));
        assertThat(filled(before)).isEqualTo(before);
    }

    @Test
    void aMissingFenceIsAddedBelowTheProgram() {
        assertThat(filled("A.\n\n" + PROGRAM + "\nB.\n\n" + PROGRAM.strip(), "1", "2"))
                .isEqualTo("A.\n\n" + PROGRAM + "\n```output\n1\n```\n\nB.\n\n" + PROGRAM + "\n```output\n2\n```\n");
    }

    @Test
    void linesEndAsInTheFile() {
        String before = (PROGRAM + "\nText.\n").replace("\n", "\r\n");
        assertThat(filled(before, "1\n2"))
                .isEqualTo((PROGRAM + "\n```output\n1\n2\n```\n\nText.\n").replace("\n", "\r\n"));
    }

    @Test
    void theFenceOfAProgramInAListIsIndentedLikeIt() {
        assertThat(filled("- Run it:\n\n  ```java run\n  void main() {}\n  ```\n\n- Next.\n", "1\n\n2"))
                .isEqualTo("- Run it:\n\n  ```java run\n  void main() {}\n  ```\n\n  ```output\n  1\n\n  2\n  ```\n\n"
                        + "- Next.\n");
    }

    @Test
    void anOutputWithAFenceGetsALongerOne() {
        assertThat(filled(PROGRAM + "\n```output\nold\n```\n", "```\nx\n```"))
                .isEqualTo(PROGRAM + "\n````output\n```\nx\n```\n````\n");
    }

    @Test
    void aFenceThatIsNotClosedIsRefused() {
        assertThatThrownBy(() -> ProgramFences.of("\n" + PROGRAM + "\n```output\n1\n\nText.\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The fence on line 6 is not closed; end it with a line of ```.");
    }
}
