package gradus.ml.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import gradus.ml.data.DataQuality.Defect;
import gradus.ml.data.DataQuality.Kind;
import gradus.ml.data.io.CsvFormat;
import gradus.ml.numbers.SampleStatistics;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DataQualityTest {

    @Test
    void missingFieldsAreThoseOfTheCsvReader() {
        assertThat(DataQuality.MISSING).isEqualTo(CsvFormat.DEFAULT.missingValues());
    }

    @Test
    void numbersAreDecimalAndMissingValuesAreNaN() {
        assertThat(DataQuality.numbers(List.of(" -2.5", "NA", "", "+1e3", ".5", "7.")))
                .containsExactly(-2.5, Double.NaN, Double.NaN, 1000, 0.5, 7);
        for (String text : List.of("1,5", "12d", "0x1p3", "Infinity", "39 mm", "1e999", ".", "-")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> DataQuality.numbers(List.of("1", text)))
                    .withMessage("row 1: expected a number, got \"" + text + "\"");
        }
    }

    @Test
    void theMedianLeavesMissingValuesOut() {
        double[] numbers = {7, Double.NaN, -1, 3, Double.NaN, 1e308, 1.5e308};
        assertThat(DataQuality.median(numbers)).isEqualTo(7);
        assertThat(DataQuality.median(new double[] {1e308, 1.5e308})).isEqualTo(1.25e308);
        assertThat(DataQuality.median(new double[] {4, 1})).isEqualTo(SampleStatistics.median(new double[] {4, 1}));
        assertThat(DataQuality.median(new double[] {Double.NaN})).isNaN();
        assertThat(numbers[0]).isEqualTo(7);
    }

    @Test
    void outliersAreFarFromTheMedianInMedianDeviations() {
        assertThat(DataQuality.outliers(new double[] {3750, 3800, 3250, Double.NaN, 3450, 3650, 4.875}))
                .containsExactly(6);
        assertThat(DataQuality.outliers(new double[] {5, 5, 5, 9})).isEmpty();
        assertThat(DataQuality.outliers(new double[] {-1, 0, 1, 5.9, -6})).containsExactly(4);
        assertThat(DataQuality.outliers(new double[0])).isEmpty();
    }

    @Test
    void eachKindOfDefectIsFoundWhereItIs() {
        var records = new ArrayList<List<String>>();
        records.add(List.of("species", "mass", "stage"));
        for (int i = 0; i < 30; i++) {
            records.add(List.of(i % 2 == 0 ? "Adelie" : "Gentoo", Integer.toString(4000 + 10 * i), "adult"));
        }
        records.add(List.of("Adelie", "4.1", "adult"));
        records.add(List.of("Adelei", "4,05", "adult"));
        records.add(List.of("Adelie", "", "adult"));
        records.add(records.get(1));

        assertThat(DataQuality.defects(records))
                .containsExactly(
                        new Defect(Kind.DUPLICATE_ROW, "", 33, ""),
                        new Defect(Kind.RARE_LABEL, "species", 31, "Adelei"),
                        new Defect(Kind.TYPE_MIX, "mass", 31, "4,05"),
                        new Defect(Kind.MISSING_VALUE, "mass", 32, ""),
                        new Defect(Kind.OUTLIER, "mass", 30, "4.1"),
                        new Defect(Kind.CONSTANT_COLUMN, "stage", -1, "adult"));
        assertThat(DataQuality.defects(records.subList(0, 31)))
                .extracting(Defect::toString)
                .containsExactly("constant column: \"adult\" in stage");
    }

    @Test
    void aRaggedTableIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DataQuality.defects(List.of(List.of("a", "b"), List.of("1"))))
                .withMessage("row 0: expected 2 fields as in the header, got 1");
    }
}
