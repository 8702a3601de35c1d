package gradus.course.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.course.Typesetter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KatexTest {

    private static final Katex KATEX = new Katex();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\hat y = \\arg\\min_i \\lVert x_i - q \\rVert_2^2",
                "\\mathbb{E}[\\mathcal{L}] = \\frac{1}{n}\\sum_{i=1}^n \\mathbf{W}x_i",
                "\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}",
                "\\cos\\theta = \\frac{a \\cdot b}{\\|a\\|\\,\\|b\\|}",
                "\\text{if } x < 0.1 + 0.2"
            })
    void aFormulaBecomesHtmlWithMathMl(String tex) {
        assertThat(KATEX.typeset(tex, false)).contains("<math ", "class=\"katex-html\"");
        assertThat(KATEX.typeset(tex, true)).contains("katex-display");
    }

    @Test
    void anInvalidFormulaIsRejectedWithKatexsMessage() {
        assertThatThrownBy(() -> KATEX.typeset("\\frac{1}{", false))
                .isInstanceOf(Typesetter.InvalidFormulaException.class)
                .hasMessageStartingWith("Unexpected end of input in a macro argument, expected '}'");
        assertThatThrownBy(() -> KATEX.typeset("\\nonsense", false))
                .hasMessageStartingWith("Undefined control sequence: \\nonsense");
    }

    @Test
    void aFormulaIsTypesetOnce() {
        var asked = new AtomicInteger();
        Typesetter counting = (tex, display) -> tex + display + asked.incrementAndGet();
        Typesetter cached = new FormulaCache(folder.resolve("formulas"), counting);

        assertThat(cached.typeset("x", false)).isEqualTo("xfalse1");
        assertThat(cached.typeset("x", false)).isEqualTo("xfalse1");
        assertThat(cached.typeset("x", true)).isEqualTo("xtrue2");
        assertThat(new FormulaCache(folder.resolve("formulas"), counting).typeset("x", true))
                .isEqualTo("xtrue2");
    }

    @Test
    void aReadOnlyCacheFolderDoesNoHarm() throws Exception {
        Path file = Files.writeString(folder.resolve("a-file"), "");
        Typesetter cached = new FormulaCache(file, (tex, display) -> tex);

        assertThat(cached.typeset("x", false)).isEqualTo("x");
    }
}
