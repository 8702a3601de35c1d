package gradus.proctor.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class FigureTest {

    private final List<Control> controls = List.of(
            new Control.Slider("k", "k", 1, 9, 1, 3),
            new Control.Select("kind", "kind", List.of("a", "b"), "a"),
            new Control.Handle("at", "at", 1, 2, 0.1));

    @Test
    void anUnmovedControlHasItsInitialValue() {
        ControlValues controlValues = ControlValues.of(controls, Map.of());

        assertThat(controlValues.number("k")).isEqualTo(3);
        assertThat(controlValues.selected("kind")).isEqualTo("a");
        assertThat(controlValues.point("at")).containsExactly(1, 2);
    }

    @Test
    void invalidValuesAreIgnored() {
        ControlValues controlValues =
                ControlValues.of(controls, Map.of("k", "many", "kind", "c", "at.x", "NaN", "at.y", "5", "other", "1"));

        assertThat(controlValues.number("k")).isEqualTo(3);
        assertThat(controlValues.selected("kind")).isEqualTo("a");
        assertThat(controlValues.point("at")).containsExactly(1, 5);
        assertThat(ControlValues.of(controls, Map.of("k", "99")).number("k")).isEqualTo(9);
    }

    @Test
    void anUnknownControlIsNamed() {
        assertThatThrownBy(() -> ControlValues.of(controls, Map.of()).number("speed"))
                .hasMessageContaining("no control named \"speed\"");
    }

    @Test
    void textInAPictureIsEscaped() {
        Picture picture = Plot.of(-1, 1, -1, 1)
                .axes("x < y & \"z\"", "y")
                .dot(0, 0, 3, "s1")
                .line(new double[] {-1, 0, Double.NaN, 1}, new double[] {0, 1, 0, 0}, "s2")
                .arrow(0, 0, 1, 1, "s3")
                .handle("at", "drag <me>", 0.5, 0.5, "s4")
                .text(0, 0, 1, 1, "start", "a < b", "ink")
                .picture("a test");

        assertThat(picture.svg())
                .startsWith("<svg class=\"figure\" viewBox=")
                .endsWith("</svg>")
                .contains("x &lt; y &amp; &quot;z&quot;")
                .contains("aria-label=\"drag &lt;me&gt;\"")
                .contains(">a &lt; b<");
        // Every tag opens and closes: no text of the author has become markup.
        assertThat(Pattern.compile("<[^<>]*>").matcher(picture.svg()).replaceAll(""))
                .doesNotContain("<", ">");
    }
}
