package gradus.course.read;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.course.prose.Passage;
import gradus.course.prose.WordCounter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class WordCounterTest {

    private final WordCounter counter = new WordCounter();

    private void read(String text) {
        counter.add(new Passage(Path.of("lesson.md"), 1, text));
    }

    @Test
    void codeAndFormulasAreWordsAndFencedCodeIsNone() {
        read("One `two` $x^2$ four.\n\n```java part\nint never;\n```\n");
        assertThat(counter.words()).isEqualTo(4);
        assertThat(counter.illustrations()).isEqualTo(1);
    }

    @Test
    void aProgramIsSomethingToDoWhetherOrNotPythonStandsBesideIt() {
        for (String fence : new String[] {"java run", "java run panel"}) {
            read("One two three four.\n\n```" + fence + "\nvoid main() {}\n```\n\n```output\n1\n```\n\nFive six.\n");
        }
        assertThat(counter.longest().words()).isEqualTo(6);
        assertThat(counter.illustrations()).isEqualTo(2);
    }

    @Test
    void onlyAQuestionOfThePageEndsAStretchWithoutOne() {
        read("Is this one? Three more words.\n\n```java run\nvoid main() {}\n```\n\nSeven.\n");
        counter.ask();
        read("Two words.\n");
        assertThat(counter.longestWithoutQuestion()).isEqualTo(7);
        assertThat(counter.words()).isEqualTo(9);
    }
}
