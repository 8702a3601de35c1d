package gradus.ml.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Rng;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KNearestNeighboursTest {

    /// Rows on a coarse grid, so that many distances are equal.
    private static final Matrix GRID =
            Matrix.from(300, 3, (i, j) -> Math.floorMod(i * 7919 + j * 104729 + i * i * j, 5));

    private static final Matrix QUERIES = Matrix.from(40, 3, (i, j) -> Math.floorMod(i * 31 + j * 17, 5));

    @ParameterizedTest
    @EnumSource
    void neighboursAreSortedByDistanceThenByIndex(DistanceMetric distanceMetric) {
        for (int k : new int[] {1, 2, 7, 300}) {
            List<NeighbourHeap.Neighbours> found = new NeighbourSearch(GRID, distanceMetric).find(QUERIES, k);
            for (int q = 0; q < QUERIES.rows(); q++) {
                double[] query = QUERIES.row(q).toArray();
                int[] sorted = IntStream.range(0, 300)
                        .boxed()
                        .sorted(Comparator.comparingDouble(
                                i -> distanceMetric.distance(GRID.row(i).toArray(), query)))
                        .mapToInt(i -> i)
                        .limit(k)
                        .toArray();
                assertThat(found.get(q).indices()).isEqualTo(sorted);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-3, 1e6, 1e160})
    void fastKernelAgreesWithTheScalarReference(double offset) {
        Rng rng = Rng.of(3);
        Matrix rows = Matrix.from(200, 4, (i, _) -> offset + (i % 3 == 0 ? 1 : rng.gaussian()));
        Matrix queries = Matrix.from(30, 4, (i, _) -> offset + (i % 4 == 0 ? 1 : rng.gaussian()));
        var search = new NeighbourSearch(rows, DistanceMetric.EUCLIDEAN);
        for (int k : new int[] {1, 5, 70}) {
            var reference = search.pairByPair(queries, k);
            var fast = search.byMatrixProduct(queries, k);
            for (int q = 0; q < 30; q++) {
                assertThat(fast.get(q).indices()).isEqualTo(reference.get(q).indices());
                assertThat(fast.get(q).distances()).isEqualTo(reference.get(q).distances());
            }
        }
    }

    @Test
    void oneNeighbourReproducesTheTrainingSet() {
        Matrix x = Fixture.cloud(Rng.of(1), 100, 3);
        int[] labels = IntStream.range(0, 100).map(i -> i % 7).toArray();
        assertThat(new KNearestNeighbours(1).fit(x, labels).predict(x)).isEqualTo(labels);
        assertThat(new KNearestNeighbours(100).fit(x, labels).predict(x)).containsOnly(0);
    }

    @Test
    void allNeighboursPredictTheMeanTarget() {
        Matrix x = Fixture.cloud(Rng.of(1), 20, 2);
        Vector y = Fixture.cloud(Rng.of(2), 1, 20).row(0);
        assertThat(new KNearestNeighbours(20).fit(x, y).predict(x).toArray())
                .containsOnly(new double[] {Centred.mean(y)}, within(1e-14));
    }

    @Test
    void smallestLabelWinsATiedVote() {
        Matrix x = Matrix.of(4, 1, new double[] {1, 2, 3, 4});
        var model = new KNearestNeighbours(4).fit(x, new int[] {8, 8, 3, 3});
        assertThat(model.predict(x)).containsOnly(3);
    }

    @Test
    void neighboursAtDistanceZeroDecideAloneWithInverseDistance() {
        Matrix x = Matrix.of(4, 1, new double[] {0, 0, 1, 1});
        var estimator = new KNearestNeighbours(4, DistanceMetric.MANHATTAN, NeighbourWeighting.INVERSE_DISTANCE);
        Matrix queries = Matrix.of(2, 1, new double[] {0, 0.25});
        Vector predictions = estimator.fit(x, Vector.of(10, 20, 300, 400)).predict(queries);
        assertThat(predictions.get(0)).isEqualTo(15);
        // Weights 1/0.25 and 1/0.75: three to one.
        assertThat(predictions.get(1)).isCloseTo((3 * 15 + 350) / 4.0, within(1e-12));
        assertThat(estimator
                        .fit(x, new int[] {1, 1, 2, 2})
                        .probabilities(queries)
                        .row(0))
                .isEqualTo(Vector.of(1, 0));
    }

    @Test
    void classifiesIris() {
        int[] train = IntStream.range(0, 150).filter(i -> i % 3 != 0).toArray();
        int[] test = IntStream.range(0, 150).filter(i -> i % 3 == 0).toArray();
        int[] labels = Arrays.stream(train).map(i -> Fixture.SPECIES[i]).toArray();
        int[] truth = Arrays.stream(test).map(i -> Fixture.SPECIES[i]).toArray();
        var model = new KNearestNeighbours(5).fit(Fixture.IRIS.selectRows(train), labels);
        assertThat(Fixture.accuracy(truth, model.predict(Fixture.IRIS.selectRows(test))))
                .isGreaterThan(0.93);
    }

    @Test
    void moreNeighboursThanRowsThrowsWithBothCounts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KNearestNeighbours(5).fit(Matrix.identity(4), new int[4]))
                .withMessageContainingAll("k = 5", "4 rows");
        assertThatIllegalArgumentException().isThrownBy(() -> new KNearestNeighbours(0));
    }

    @Test
    void heapKeepsTheNearestInAnyOrder() {
        int n = 100_000;
        Rng rng = Rng.of(5);
        double[] distances =
                IntStream.range(0, n).mapToDouble(_ -> rng.nextInt(5000)).toArray();
        int[] sorted = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> distances[i]))
                .mapToInt(i -> i)
                .limit(50)
                .toArray();
        for (int[] order : List.of(IntStream.range(0, n).toArray(), rng.permutation(n))) {
            var heap = new NeighbourHeap(50);
            for (int i : order) {
                heap.offer(i, distances[i]);
            }
            assertThat(heap.sorted().indices()).isEqualTo(sorted);
            assertThat(heap.maxDistance()).isEqualTo(distances[sorted[49]]);
        }
    }

    @Test
    void heapThatIsNotFullAcceptsEveryDistance() {
        var heap = new NeighbourHeap(3);
        heap.offer(4, 2);
        heap.offer(1, 9);
        assertThat(heap.maxDistance()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(heap.size()).isEqualTo(2);
        assertThat(heap.sorted().indices()).containsExactly(4, 1);
        assertThatIllegalArgumentException().isThrownBy(() -> new NeighbourHeap(0));
    }
}
