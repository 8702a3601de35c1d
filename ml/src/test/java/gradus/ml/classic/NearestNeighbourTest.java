package gradus.ml.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import org.junit.jupiter.api.Test;

class NearestNeighbourTest {

    private static final double[][] ROWS = {{3, -3}, {1, 1}, {5, 0}};

    @Test
    void nearestRowHasTheSmallestEuclideanDistance() {
        assertThat(NearestNeighbour.nearest(ROWS, new double[] {0, 0})).isEqualTo(1);
        assertThat(NearestNeighbour.nearest(ROWS, new double[] {5, -1})).isEqualTo(2);
    }

    @Test
    void firstOfEquallyCloseRowsWins() {
        double[][] rows = {{9, 9}, {0, 2}, {2, 0}, {0, -2}};
        assertThat(NearestNeighbour.nearest(rows, new double[] {0, 0})).isEqualTo(1);
    }

    @Test
    void predictionIsTheLabelOfTheNearestRow() {
        assertThat(NearestNeighbour.predict(ROWS, new int[] {7, -4, 7}, new double[] {0, 0}))
                .isEqualTo(-4);
    }

    @Test
    void everyRowIsNearestToItself() {
        var random = new Random(1);
        double[][] rows = random.doubles(300)
                .mapToObj(x -> new double[] {x, random.nextGaussian()})
                .toArray(double[][]::new);
        for (int i = 0; i < rows.length; i++) {
            assertThat(NearestNeighbour.nearest(rows, rows[i])).isEqualTo(i);
        }
    }

    @Test
    void rowAtNoFiniteDistanceIsNeverNearest() {
        double[][] rows = {{Double.NaN, 0}, {Double.POSITIVE_INFINITY, 0}, {100, 100}};
        assertThat(NearestNeighbour.nearest(rows, new double[] {0, 0})).isEqualTo(2);
    }

    @Test
    void queryAtNoFiniteDistanceFromAnyRowThrows() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NearestNeighbour.nearest(ROWS, new double[] {0, Double.NaN}))
                .withMessageContaining("NaN");
    }

    @Test
    void noRowsThrows() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NearestNeighbour.nearest(new double[0][], new double[] {1}))
                .withMessageContaining("at least 1 row, got 0");
    }

    @Test
    void rowOfAnotherLengthThrowsWithBothLengths() {
        double[][] rows = {{1, 2}, {1, 2, 3}};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NearestNeighbour.nearest(rows, new double[] {1, 2}))
                .withMessageContaining("row 1 has 3 features, but the query has 2");
    }

    @Test
    void wrongNumberOfLabelsThrowsWithBothCounts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NearestNeighbour.predict(ROWS, new int[] {1, 2}, new double[] {0, 0}))
                .withMessageContaining("3 rows, but 2 labels");
    }
}
