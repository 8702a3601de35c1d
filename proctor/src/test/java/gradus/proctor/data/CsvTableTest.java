package gradus.proctor.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CsvTableTest extends DataFolder {

    @BeforeEach
    void writeATable() throws IOException {
        write("set.csv", "city,height,area\nUlm,478,118.7\n\nBonn,60,141\n".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void columnsAreReadInTheOrderAskedFor() {
        CsvTable cities = CsvTable.read("set");
        assertThat(cities.columns()).containsExactly("city", "height", "area");
        assertThat(cities.stringColumn("city")).containsExactly("Ulm", "Bonn");
        assertThat(cities.numericColumns("area", "height")).isDeepEqualTo(new double[][] {{118.7, 478}, {141, 60}});
    }

    @Test
    void changingAMatrixDoesNotChangeTheTable() {
        CsvTable.read("set").numericColumns("height")[0][0] = -1;
        assertThat(CsvTable.read("set").numericColumns("height")).isDeepEqualTo(new double[][] {{478}, {60}});
    }

    @Test
    void aColumnThatIsNotThereIsNamedAndOneWithoutNumbersIsRefused() {
        CsvTable cities = CsvTable.read("set");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cities.stringColumn("population"))
                .withMessage("no column \"population\"; the columns are [city, height, area]");
        assertThatExceptionOfType(NumberFormatException.class).isThrownBy(() -> cities.numericColumns("city"));
    }
}
