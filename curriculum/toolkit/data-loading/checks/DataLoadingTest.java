package gradus.checks.data_loading;

import static gradus.proctor.assertions.Expect.calling;

import gradus.ml.data.DataQuality;
import gradus.ml.data.io.CsvRecords;
import gradus.proctor.assertions.Clause;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Each method once, with the numbers of the lesson.
class DataLoadingTest {

    @Test
    @DisplayName("split separates fields at commas and records at line breaks")
    @Clause({"commas", "line-ends"})
    void plainFields() {
        calling("CsvRecords.split(\"name,mass\\nAda,3750\\n\")", () -> CsvRecords.split("name,mass\nAda,3750\n"))
                .gives(List.of(List.of("name", "mass"), List.of("Ada", "3750")), "two lines with two fields each");
    }

    @Test
    @DisplayName("a comma between quotes belongs to the field")
    @Clause({"quotes", "commas"})
    void aQuotedComma() {
        calling(
                        "CsvRecords.split(\"35A,\\\"Union, Troy\\\",SC\\n\")",
                        () -> CsvRecords.split("35A,\"Union, Troy\",SC\n"))
                .gives(List.of(List.of("35A", "Union, Troy", "SC")), "the second field begins and ends with a quote");
    }

    @Test
    @DisplayName("a missing field becomes NaN, and keeps its place")
    @Clause({"missing", "number"})
    void aMissingNumber() {
        calling(
                        "DataQuality.numbers(List.of(\"3750\", \"NA\", \"3250\"))",
                        () -> DataQuality.numbers(List.of("3750", "NA", "3250")))
                .gives(new double[] {3750, Double.NaN, 3250}, "NA says that nobody knows the value");
    }

    @Test
    @DisplayName("counts says how often each value occurs")
    @Clause({"counts", "first-occurrence"})
    void labelsAreCounted() {
        calling(
                        "counts(List.of(\"Gentoo\", \"Adelie\", \"Gentoo\"))",
                        () -> List.copyOf(DataQuality.counts(List.of("Gentoo", "Adelie", "Gentoo"))
                                        .entrySet())
                                .toString())
                .gives("[Gentoo=2, Adelie=1]", "Gentoo comes first, and occurs twice");
    }

    @Test
    @DisplayName("the median of {4, 1, 7} is 4")
    @Clause({"median", "unchanged"})
    void theMiddleNumber() {
        calling("median({4, 1, 7})", () -> DataQuality.median(new double[] {4, 1, 7}))
                .gives(4.0, "in order of size: 1, 4, 7");
    }

    @Test
    @DisplayName("a mass in kilograms among masses in grams is an outlier")
    @Clause({"outliers", "missing-rows"})
    void kilogramsAmongGrams() {
        calling(
                        "outliers({3750, 3800, 3250, NaN, 3450, 3650, 4.875})",
                        () -> DataQuality.outliers(new double[] {3750, 3800, 3250, Double.NaN, 3450, 3650, 4.875}))
                .gives(
                        new int[] {6},
                        "the median is 3550, the median of the distances 225, and 4 · 1.4826 · 225 is 1334.3");
    }
}
