package gradus.course.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.course.Panel;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PanelComparisonTest {

    private static Panel panel(String agree, Map<String, String> differences) {
        return new Panel(Path.of("panel.py"), "", "", agree, differences, Map.of(), Optional.empty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1e-9; x 0.30000000000000004; x 0.3",
                "1e-9; x 1e16; x 1.0E16",
                "0; x 24; x 24.0",
                "0; x [1. 2.5]; x (1.0, 2.5)",
                "0; x [[1, 2], [3, 4]]; x {{1.0, 2.0}, {3.0, 4.0}}",
                "0; x True; x true",
                "0; x [inf, -inf, nan]; x [Infinity, -Infinity, NaN]",
                "0; x -0.0; x 0.0",
                "text; It looks like T; It looks like T"
            })
    void outputsThatMeanTheSameAgree(String agree, String python, String java) {
        assertThat(PanelComparison.differences(panel(agree, Map.of()), python, java))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1e-9; x 1.00000001; x 1.0",
                "1e-9; x 1e-20; x 0.0",
                "1e-9; x 1e-20; x 2e-20",
                "0; x 0.30000000000000004; x 0.3",
                "1e-3; x inf; x 1e300",
                "1e-3; x nan; x 1.0",
                "1e-3; x [1, 2]; x [1, 2, 2]",
                "1e-3; x one; x two",
                "text; 24; 24.0"
            })
    void outputsThatDifferAreFound(String agree, String python, String java) {
        assertThat(PanelComparison.differences(panel(agree, Map.of()), python, java))
                .hasSize(1);
    }

    @Test
    void aDifferenceByDesignMustBeOne() {
        Panel panel = panel("1e-9", Map.of("variance", "NumPy divides by n"));
        assertThat(PanelComparison.differences(panel, "variance 2.0", "variance 2.5"))
                .isEmpty();
        assertThat(PanelComparison.differences(panel, "variance 2.5", "variance 2.5"))
                .singleElement()
                .asString()
                .contains("which agree, although the header says that it differs");
    }

    @Test
    void whatIsComparedIsSaidInWords() {
        Panel panel = panel("1e-9", Map.of("variance", "NumPy divides by n"));
        assertThat(PanelComparison.compared(panel, "mean 3\nvariance 2.0\n"))
                .containsExactly("mean agrees within 1e-9", "variance differs");
        assertThat(PanelComparison.compared(panel(Panel.TEXT, Map.of()), "anything"))
                .containsExactly("the text");
    }

    @Test
    void anOutputThatCannotBeComparedIsRefusedWithASentence() {
        Panel panel = panel("1e-9", Map.of("variance", "NumPy divides by n"));
        assertThatThrownBy(() -> PanelComparison.compared(panel, "mean 3"))
                .hasMessage(
                        "the header says that \"variance\" differs, but the Python prints no such value; print it.");
        assertThatThrownBy(() -> PanelComparison.compared(panel, "42"))
                .hasMessage("the Python prints \"42\", which is no name with a value; print lines such as"
                        + " \"norm 5.0\".");
        assertThat(PanelComparison.differences(panel("0", Map.of()), "x 1\nx 2", "x 1"))
                .containsExactly(
                        "The panel can't be compared: the Python prints \"x\" twice; give each value a name of its own.");
    }
}
