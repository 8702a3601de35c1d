package gradus.studio.web;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.studio.run.RunProgress.CurvePoint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class CurveChartTest {

    @Test
    void curvesWhoseNamesEndAlikeShareAChart() {
        SequencedMap<String, List<CurvePoint>> curves = new LinkedHashMap<>();
        curves.put("training loss", points(1, 2));
        curves.put("accuracy", points(1, 2));
        curves.put("validation loss", points(1, 2));

        assertThat(CurveChart.of(curves))
                .extracting(CurveChart::title, chart -> chart.legend().size())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("loss", 2),
                        org.assertj.core.groups.Tuple.tuple("accuracy", 1));
    }

    @Test
    void countedStepsHaveNoTicksBetweenThem() {
        assertThat(ticksBelow(points(1))).containsExactly("1", "2");
        assertThat(ticksBelow(points(1, 2))).containsExactly("1", "2");
        assertThat(ticksBelow(points(1, 2, 3, 4))).containsExactly("1", "2", "3", "4");
        assertThat(ticksBelow(points(0, 400, 800))).containsExactly("0", "200", "400", "600", "800");
    }

    @Test
    void measuredPlacesHave() {
        assertThat(ticksBelow(points(0.5, 1, 2.5))).containsExactly("0.5", "1", "1.5", "2", "2.5");
    }

    private static List<CurvePoint> points(double... places) {
        return DoubleStream.of(places)
                .mapToObj(place -> new CurvePoint(place, place * place))
                .toList();
    }

    private static List<String> ticksBelow(List<CurvePoint> points) {
        SequencedMap<String, List<CurvePoint>> curves = new LinkedHashMap<>();
        curves.put("loss", points);
        return Pattern.compile("text-anchor=\"middle\"[^>]*>([^<]*)<")
                .matcher(CurveChart.of(curves).getFirst().svg())
                .results()
                .map((MatchResult result) -> result.group(1))
                .toList();
    }
}
