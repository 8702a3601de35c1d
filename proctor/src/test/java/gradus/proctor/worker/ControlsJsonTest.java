package gradus.proctor.worker;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ControlsJsonTest {

    @Test
    void everyKindOfControlHasItsCurrentValue() {
        List<Control> controls = List.of(
                new Control.Slider("k", "neighbours", 1, 9, 2, 3),
                new Control.Select("metric", "distance", List.of("plain", "squared"), "plain"),
                new Control.Handle("query", "the query", 1.5, -2, 0.25));
        ControlValues controlValues = ControlValues.of(controls, Map.of("k", "5", "metric", "squared", "query.x", "4"));

        assertThat(ControlsJson.of(controls, controlValues))
                .isEqualTo("[{\"kind\":\"slider\",\"name\":\"k\",\"label\":\"neighbours\",\"min\":1.0,\"max\":9.0,"
                        + "\"step\":2.0,\"value\":5.0},"
                        + "{\"kind\":\"pick\",\"name\":\"metric\",\"label\":\"distance\","
                        + "\"options\":[\"plain\",\"squared\"],\"value\":\"squared\"},"
                        + "{\"kind\":\"handle\",\"name\":\"query\",\"label\":\"the query\",\"x\":4.0,\"y\":-2.0,"
                        + "\"step\":0.25}]");
    }

    @Test
    void textIsEscaped() {
        assertThat(ControlsJson.quote("a \"b\" \\ \n\t\u0001 </script>"))
                .isEqualTo("\"a \\\"b\\\" \\\\ \\n\\t\\u0001 \\u003c/script\\u003e\"");
    }

    @Test
    void aFigureWithoutControlsHasNone() {
        assertThat(ControlsJson.of(List.of(), ControlValues.of(List.of(), Map.of())))
                .isEqualTo("[]");
    }
}
