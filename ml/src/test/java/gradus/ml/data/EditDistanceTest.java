package gradus.ml.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTest {

    @ParameterizedTest
    @CsvSource({
        "kitten, sitting, 3",
        "'', '', 0",
        "'', abc, 3",
        "same, same, 0",
        "ab, ba, 2",
        "flaw, lawn, 2",
        "a, b, 1",
        "sunday, saturday, 3"
    })
    void theDistanceIsTheNumberOfEdits(String a, String b, int distance) {
        assertThat(EditDistance.between(a, b)).isEqualTo(distance);
        assertThat(EditDistance.between(b, a)).isEqualTo(distance);
    }

    @Test
    void caseAndSpaceMatterOnlyBetweenEquallyNearStrings() {
        assertThat(EditDistance.nearest("Age", List.of("wage", " age", "age", "AGE", "Age2"), 4))
                .containsExactly("age", " age", "AGE", "Age2");
        assertThat(EditDistance.nearest("x", List.of(), 3)).isEmpty();
    }

    @Test
    void longStringsAreComparedByTheirStart() {
        List<String> texts =
                IntStream.range(0, 1000).mapToObj(i -> i + "x".repeat(100_000)).toList();

        assertThat(EditDistance.suggestion("77" + "y".repeat(100_000), texts, "categories"))
                .hasSizeLessThan(300)
                .startsWith("the nearest of the 1000 categories are [77xxx");
    }

    @Test
    void ofManyColumnsAMessageNamesTheNearest() {
        Table wide = Table.empty();
        for (String name : IntStream.range(0, 752).mapToObj(i -> "pixel " + i).toList()) {
            wide = wide.withColumn(name, NumberColumn.of(0));
        }
        Table table = wide;

        assertThatIllegalArgumentException()
                .isThrownBy(() -> table.column("Pixel_75"))
                .withMessage("no column \"Pixel_75\"; the nearest of the 752 columns are [pixel 75, pixel 5, pixel 7]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table.describe().column("pixel -1"))
                .withMessageStartingWith("no column \"pixel -1\"; the nearest of the 752 columns are [");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Table.empty().column("a"))
                .withMessage("no column \"a\"; there are no columns");
    }
}
