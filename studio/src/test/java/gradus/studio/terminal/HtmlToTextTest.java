package gradus.studio.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.studio.terminal.HtmlToText.Block;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HtmlToTextTest {

    @Test
    void paragraphsAreBlocksAndSpacesCollapse() {
        assertThat(HtmlToText.convert("<p>One\n  two.</p>\n<p><strong>Three</strong>.</p>\n"))
                .containsExactly(new Block("", "One two.", false), new Block("", "Three.", false));
    }

    @Test
    void codeIsInBackticksAndAFencedBlockIsUnchanged() {
        assertThat(
                        HtmlToText.convert(
                                "<p>Call <code>a &lt; b</code>.</p><pre><code class=\"x\">if (a) {\n    b();\n}\n</code></pre>"))
                .containsExactly(new Block("", "Call `a < b`.", false), new Block("", "if (a) {\n    b();\n}", true));
    }

    @Test
    void listsKeepTheirNumbersAndTheirDepth() {
        assertThat(shown("<ol><li>one</li><li><p>two</p><ul><li>deep</li></ul></li><li>three</li></ol>"))
                .isEqualTo("1. one\n2. two\n  - deep\n3. three");
    }

    @Test
    void aFormulaBecomesItsTexOnce() {
        String katex =
                "<span class=\"katex\"><span class=\"katex-mathml\"><math xmlns=\"x\"><semantics><mrow><mi>x</mi>"
                        + "</mrow><annotation encoding=\"application/x-tex\">x^2 &lt; \\$1</annotation></semantics></math></span>"
                        + "<span class=\"katex-html\" aria-hidden=\"true\"><span class=\"strut\"></span>x2</span></span>";
        assertThat(shown("<p>So " + katex + " holds.</p>")).isEqualTo("So x^2 < \\$1 holds.");
    }

    @Test
    void entitiesBecomeTheirCharacters() {
        assertThat(shown("<p>&amp;lt; &quot;q&quot; &#8722;1 &#x2212;1 &unknown; &#1114112;</p>"))
                .isEqualTo("&lt; \"q\" −1 −1 &unknown; &#1114112;");
    }

    @Test
    void aWebLinkShowsItsAddressAndAnImageItsAltText() {
        assertThat(shown("<p><a href=\"https://example.org/?a=1&amp;b=2\">there</a>, <a href=\"#idea\">here</a> "
                        + "<img src=\"x.png\" alt=\"a cat\"/></p>"))
                .isEqualTo("there (https://example.org/?a=1&b=2), here a cat");
    }

    @Test
    void hiddenContentIsLeftOut() {
        assertThat(shown("a<!-- b --><svg><text>c</text></svg><script>d</script>e"))
                .isEqualTo("ae");
    }

    @Test
    void brokenMarkupLosesNoText() {
        assertThat(shown("</li>one <em>two</p> three < four")).isEqualTo("one two three < four");
    }

    private static String shown(String html) {
        return HtmlToText.convert(html).stream()
                .map(block -> block.prefix() + block.text())
                .collect(Collectors.joining("\n"));
    }
}
