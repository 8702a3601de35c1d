package gradus.proctor.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTableTest {

    @TempDir
    Path folder;

    private String before;

    @BeforeEach
    void useTheFolder() throws IOException {
        before = System.getProperty("gradus.data", "data");
        System.setProperty("gradus.data", folder.toString());
        Files.createDirectories(folder.resolve("cities"));
        Files.writeString(folder.resolve("cities/cities.csv"), "city,height,area\nUlm,478,118.7\n\nBonn,60,141\n");
    }

    @AfterEach
    void useTheOldOne() {
        System.setProperty("gradus.data", before);
    }

    @Test
    void columnsAreReadInTheOrderAskedFor() {
        CsvTable cities = CsvTable.read("cities");
        assertThat(cities.columns()).containsExactly("city", "height", "area");
        assertThat(cities.stringColumn("city")).containsExactly("Ulm", "Bonn");
        assertThat(cities.numericColumns("area", "height")).isDeepEqualTo(new double[][] {{118.7, 478}, {141, 60}});
    }

    @Test
    void changingAMatrixDoesNotChangeTheTable() {
        CsvTable.read("cities").numericColumns("height")[0][0] = -1;
        assertThat(CsvTable.read("cities").numericColumns("height")).isDeepEqualTo(new double[][] {{478}, {60}});
    }

    @Test
    void aColumnThatIsNotThereIsNamedAndOneWithoutNumbersIsRefused() {
        CsvTable cities = CsvTable.read("cities");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cities.stringColumn("population"))
                .withMessage("no column \"population\"; the columns are [city, height, area]");
        assertThatExceptionOfType(NumberFormatException.class).isThrownBy(() -> cities.numericColumns("city"));
    }
}
