package gradus.ml.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Rng;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RankingAndClusteringTest {

    private final int[] labels = Fixture.labels("labels");
    private final int[] clusters = Fixture.labels("clusters");
    private final Matrix points = Fixture.matrix("points", 2);

    @Test
    void agreesWithScikitLearn() {
        Vector gains = Fixture.vector("gains");
        Vector scores = Fixture.vector("scores");
        assertThat(RankingMetrics.ndcg(gains, scores, 10)).isEqualTo(Fixture.all("ndcg")[0], within(1e-14));
        assertThat(RankingMetrics.ndcg(gains, scores, 1000)).isEqualTo(Fixture.all("ndcg")[1], within(1e-14));
        assertThat(ClusteringMetrics.adjustedRandIndex(labels, clusters))
                .isEqualTo(Fixture.all("adjustedRandIndex")[0], within(1e-14));
        assertThat(ClusteringMetrics.adjustedRandIndex(labels, Fixture.labels("guesses")))
                .isEqualTo(Fixture.all("adjustedRandIndex")[1], within(1e-14));
        assertThat(ClusteringMetrics.normalisedMutualInformation(labels, Fixture.labels("guesses")))
                .isEqualTo(Fixture.one("normalisedMutualInformation"), within(1e-13));
        assertThat(ClusteringMetrics.silhouette(points, clusters)).isEqualTo(Fixture.one("silhouette"), within(1e-14));
    }

    @Test
    void tiesAreAveragedOverEveryOrder() {
        // 1 of 2 tied items is relevant: rank 1 in half of the orders, rank 2 in the other half.
        assertThat(RankingMetrics.reciprocalRank(new boolean[] {true, false}, Vector.of(1, 1)))
                .isEqualTo(0.75);
        assertThat(RankingMetrics.reciprocalRank(new boolean[] {false, true, true, false}, Vector.of(9, 1, 1, 1)))
                .isEqualTo((2 * 1.0 / 2 + 1.0 / 3) / 3, within(1e-15));
        assertThat(RankingMetrics.reciprocalRank(new boolean[2], Vector.of(1, 2)))
                .isZero();
        assertThat(RankingMetrics.ndcg(Vector.of(0, 0), Vector.of(1, 2), 2)).isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RankingMetrics.ndcg(Vector.of(-1), Vector.of(1), 1))
                .withMessage("gains must be at least 0, got -1.0 at row 0");
        assertThatIllegalArgumentException().isThrownBy(() -> RankingMetrics.ndcg(Vector.of(1), Vector.of(1), 0));
    }

    @Test
    void clusterNamesDoNotMatter() {
        int[] renamed = IntStream.of(clusters).map(cluster -> 100 - 7 * cluster).toArray();

        assertThat(ClusteringMetrics.adjustedRandIndex(clusters, renamed)).isEqualTo(1);
        assertThat(ClusteringMetrics.normalisedMutualInformation(clusters, renamed))
                .isEqualTo(1, within(1e-15));
        assertThat(ClusteringMetrics.silhouette(points, renamed))
                .isEqualTo(ClusteringMetrics.silhouette(points, clusters), within(1e-15));
        assertThat(ClusteringMetrics.adjustedRandIndex(labels, clusters))
                .isEqualTo(ClusteringMetrics.adjustedRandIndex(clusters, labels), within(1e-15));
    }

    @Test
    void randomClusteringHasAnAdjustedRandIndexNearZero() {
        Rng rng = Rng.of(6);
        double mean = 0;
        for (int repetition = 0; repetition < 200; repetition++) {
            int[] random =
                    IntStream.range(0, labels.length).map(_ -> rng.nextInt(6)).toArray();
            mean += ClusteringMetrics.adjustedRandIndex(labels, random) / 200;
        }
        assertThat(mean).isEqualTo(0, within(0.01));
    }

    @Test
    void trivialClusterings() {
        int[] one = {1, 1, 1};
        int[] all = {1, 2, 3};

        assertThat(ClusteringMetrics.adjustedRandIndex(one, one)).isEqualTo(1);
        assertThat(ClusteringMetrics.adjustedRandIndex(all, all)).isEqualTo(1);
        assertThat(ClusteringMetrics.adjustedRandIndex(one, all)).isZero();
        assertThat(ClusteringMetrics.normalisedMutualInformation(one, one)).isEqualTo(1);
        assertThat(ClusteringMetrics.normalisedMutualInformation(one, all)).isZero();
        assertThat(ClusteringMetrics.adjustedRandIndex(new int[] {1}, new int[] {2}))
                .isEqualTo(1);
    }

    @Test
    void memoryIsLinearInRowsForManyClusters() {
        int[] each = IntStream.range(0, 200_000).toArray();

        assertThat(ClusteringMetrics.adjustedRandIndex(each, each)).isEqualTo(1);
    }

    @Test
    void wellSeparatedClustersHaveASilhouetteNearOne() {
        Matrix far = Matrix.of(new double[][] {{0}, {1}, {1000}, {1001}});

        assertThat(ClusteringMetrics.silhouette(far, new int[] {0, 0, 1, 1})).isGreaterThan(0.99);
        assertThat(ClusteringMetrics.silhouette(far, new int[] {0, 1, 0, 1})).isNegative();
        assertThat(ClusteringMetrics.silhouette(Matrix.zeros(3, 1), new int[] {0, 0, 1}))
                .isZero();
        assertThat(ClusteringMetrics.silhouette(Matrix.of(new double[][] {{0}, {0}, {5}}), new int[] {0, 0, 1}))
                .isEqualTo(2.0 / 3);
    }

    @Test
    void silhouetteRejectsInvalidArguments() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClusteringMetrics.silhouette(Matrix.zeros(3, 1), new int[3]))
                .withMessage("a silhouette needs at least 2 clusters, but fewer than rows, got 1 clusters of 3 rows");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClusteringMetrics.silhouette(Matrix.zeros(2, 1), new int[] {0, 1}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClusteringMetrics.silhouette(Matrix.zeros(2, 1), new int[] {0}))
                .withMessageContaining("there are 2 rows and 1 clusters");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClusteringMetrics.silhouette(
                        Matrix.of(new double[][] {{0}, {Double.NaN}, {1}}), new int[] {0, 0, 1}))
                .withMessage(
                        "features must be finite, got NaN at row 1 and column 0; impute the value or remove the row");
    }
}
