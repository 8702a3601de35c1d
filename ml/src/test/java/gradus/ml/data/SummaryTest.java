package gradus.ml.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class SummaryTest {

    @Test
    void descriptiveStatisticsAgreeWithNumPy() {
        double[][] train = Fixture.rows("encoders.txt", "train");
        double[][] expected = Fixture.rows("encoders.txt", "spread");
        for (int column = 0; column < 2; column++) {
            double[] x = new double[train.length];
            for (int row = 0; row < x.length; row++) {
                x[row] = train[row][column];
            }
            Summary.DescriptiveStatistics descriptiveStatistics = Summary.DescriptiveStatistics.of(x);
            assertThat(new double[] {
                        descriptiveStatistics.mean(),
                        descriptiveStatistics.standardDeviation().orElseThrow(),
                        descriptiveStatistics.min(),
                        descriptiveStatistics.lowerQuartile(),
                        descriptiveStatistics.median(),
                        descriptiveStatistics.upperQuartile(),
                        descriptiveStatistics.max()
                    })
                    .containsExactly(expected[column], within(1e-14));
        }
    }

    @Test
    void missingValuesAreIgnored() {
        Table table = Table.of("x", NumberColumn.of(1, 99, 3, 1).withMissing(1));

        Summary.ColumnSummary x = table.describe().column("x");
        assertThat(x.count()).isEqualTo(3);
        assertThat(x.missingCount()).isEqualTo(1);
        assertThat(x.distinctCount()).isEqualTo(2);
        assertThat(x.mostFrequent()).contains("1");
        assertThat(x.statistics().orElseThrow().mean()).isEqualTo(5.0 / 3, within(1e-15));
        assertThat(x.statistics().orElseThrow().max()).isEqualTo(3);
    }

    @Test
    void aSummaryIsPrintedAsATable() {
        Table table = Table.of("x", NumberColumn.of(1, 99, 3, 2).withMissing(1))
                .withColumn("one", NumberColumn.of(7, 7, 7, 7).withMissing(0, 1, 2))
                .withColumn("none", NumberColumn.of(0, 0, 0, 0).withMissing(0, 1, 2, 3))
                .withColumn("town", StringColumn.of("Ulm", "Bonn", "Ulm", "Kiel"));

        assertThat(table.describe()).hasToString("""
                summary of 4 rows
                column  type     count  missing  distinct  most frequent  mean  sd  min  lower quartile  median  \
                upper quartile  max
                x       numbers      3        1         3  1                 2   1    1             1.5       2  \
                           2.5    3
                one     numbers      1        3         1  7                 7   -    7               7       7  \
                             7    7
                none    numbers      0        4         0  -                 -   -    -               -       -  \
                             -    -
                town    strings      4        0         3  Ulm               -   -    -               -       -  \
                             -    -
                (4 rows, 13 columns)""");
        assertThat(Table.empty().describe().toTable().rows()).isZero();
    }

    @Test
    void aConstantColumnHasStandardDeviationZero() {
        Summary.DescriptiveStatistics descriptiveStatistics = Summary.DescriptiveStatistics.of(0.1, 0.1, 0.1);

        assertThat(descriptiveStatistics.standardDeviation().orElseThrow()).isLessThan(1e-16);
        assertThat(descriptiveStatistics.median()).isEqualTo(0.1);
    }

    @Test
    void oneNumberHasNoStandardDeviation() {
        assertThat(Summary.DescriptiveStatistics.of(7))
                .isEqualTo(new Summary.DescriptiveStatistics(7, OptionalDouble.empty(), 7, 7, 7, 7, 7));
        assertThatIllegalArgumentException().isThrownBy(Summary.DescriptiveStatistics::of);
    }

    @Test
    void aColumnOfMissingValuesHasNoStatistics() {
        Summary summary = Table.of("x", NumberColumn.of(0, 0).withMissing(0, 1)).describe();

        assertThat(summary.column("x"))
                .isEqualTo(
                        new Summary.ColumnSummary("x", DataType.NUMBERS, 0, 2, 0, Optional.empty(), Optional.empty()));
        assertThat(summary.rows()).isEqualTo(2);
        assertThatIllegalArgumentException().isThrownBy(() -> summary.column("y"));
    }

    @Test
    void theModeIsTheSmallestOfEquallyFrequentValues() {
        assertThat(Table.of("t", StringColumn.of("z", "m", "a", "m", "z"))
                        .describe()
                        .column("t")
                        .mostFrequent())
                .contains("m");
    }

    @Test
    void hugeAndTinyNumbersNeitherOverflowNorUnderflow() {
        Summary.DescriptiveStatistics huge = Summary.DescriptiveStatistics.of(1e308, 1e308, 1.2e308);
        assertThat(huge.mean()).isEqualTo(3.2 / 3 * 1e308, within(1e294));
        assertThat(huge.standardDeviation().orElseThrow()).isBetween(1.1e307, 1.2e307);
        assertThat(Summary.DescriptiveStatistics.of(1e-300, 3e-300)
                        .standardDeviation()
                        .orElseThrow())
                .isEqualTo(Math.sqrt(2) * 1e-300, within(1e-314));
    }
}
