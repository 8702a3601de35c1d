package gradus.course.read;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.course.Fault;
import gradus.course.Level;
import gradus.course.cut.LibrarySources;
import gradus.course.prose.Passage;
import gradus.course.prose.ProseRenderer;
import gradus.course.read.file.FaultCollector;
import gradus.course.read.outline.LessonIndex;
import gradus.course.read.outline.Outline;
import gradus.course.read.outline.ReaderContext;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProseCheckerTest {

    @TempDir
    Path folder;

    @Test
    void formulasAreNotTreatedAsMarkdown() {
        assertThat(html("The sum $a_1 + a_2 * b_1$ costs \\$5, `$x$` is code.\n"))
                .isEqualTo("<p>The sum <math>a_1 + a_2 * b_1</math> costs $5, <code>$x$</code> is code.</p>\n");
    }

    @Test
    void displayFormulasAreOnLinesOfTheirOwn() {
        assertThat(html("So\n$$\na \\\\\n- b_1\n$$\nholds.\n"))
                .isEqualTo("<p>So</p>\n<math display>a \\\\ - b_1</math>\n<p>holds.</p>\n");
        assertThat(html("$$ a $$\n")).isEqualTo("<math display>a</math>\n");
    }

    @Test
    void aFigureBecomesAnElementWithItsName() {
        assertThat(html("![Two \"bars\" & `one`.](figure:Bars)\n"))
                .isEqualTo("<gradus-figure name=\"Bars\" alt=\"Two &quot;bars&quot; &amp; one.\"></gradus-figure>\n");
    }

    @Test
    void codeHasItsLanguageAndWhetherItRunsAndItsOutputIsFolded() {
        assertThat(html("```java run\nvoid main() { IO.print(1 < 2); }\n```\n\n```output\ntrue\n```\n"))
                .isEqualTo("<pre class=\"code\" data-language=\"java\" data-run=\"\"><code>"
                        + "void main() { IO.print(1 &lt; 2); }\n</code></pre>\n"
                        + "<details class=\"prints\"><summary><span>Show the output</span></summary>\n"
                        + "<pre class=\"code\" data-language=\"output\"><code>true\n</code></pre>\n</details>\n");
    }

    @Test
    void linksToLessonsPointToTheirPages() {
        assertThat(html("See [adding](lesson:adding) and [this](https://example.org/?a=1&b=2).\n"))
                .isEqualTo("<p>See <a href=\"/lessons/adding\">adding</a> and "
                        + "<a href=\"https://example.org/?a=1&amp;b=2\">this</a>.</p>\n");
    }

    @Test
    void headingsKeepTheirIds() {
        assertThat(html("### A & B {#a-and-b}\n")).isEqualTo("<h3 id=\"a-and-b\">A &amp; B</h3>\n");
    }

    @Test
    void tablesAreTables() {
        assertThat(html("| a | b |\n| --- | --: |\n| $x$ | 1 |\n"))
                .contains("<th>a</th>", "<td><math>x</math></td>", "<td align=\"right\">1</td>");
    }

    @Test
    void htmlIsAFaultAndIsShownAsText() {
        var faults = new FaultCollector(folder);

        assertThat(html("Line one.\n\nA <b>bold</b> word & a < b.\n", faults))
                .isEqualTo("<p>Line one.</p>\n<p>A &lt;b&gt;bold&lt;/b&gt; word &amp; a &lt; b.</p>\n");
        assertThat(faults.sorted())
                .extracting(Fault::toString)
                .first()
                .isEqualTo("lesson.md:12: HTML is not allowed in prose: <b>; write Markdown, or `code` for a tag.");
    }

    @Test
    void codeAndFiguresDoNotCountAsWords() {
        String text =
                "Two words, `one code` and $a + b$ – fine.\n\n```text\nnot these\n```\n\n![Nor these](figure:X)\n";

        assertThat(ProseRenderer.wordCount(new Passage(folder, 1, text))).isEqualTo(6);
    }

    private String html(String markdown) {
        var faults = new FaultCollector(folder);
        String html = html(markdown, faults);
        assertThat(faults.sorted()).isEmpty();
        return html;
    }

    private String html(String markdown, FaultCollector faults) {
        var outline = new Outline.LessonOutline(
                "adding",
                "arithmetic",
                folder,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Level.FOUNDATION,
                Map.of());
        var lessons = new LinkedHashMap<>(Map.of("adding", outline));
        var context = new ReaderContext(
                new Outline(lessons, Set.of(), LibrarySources.of(folder)), faults, SampleCurriculum.PLAIN);
        var prose = ProseChecker.prose(context, outline, new LessonIndex());
        return prose.renderBlocks(new Passage(folder.resolve("lesson.md"), 10, markdown));
    }
}
