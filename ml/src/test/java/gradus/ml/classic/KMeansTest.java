package gradus.ml.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Rng;
import java.util.Arrays;
import java.util.HashSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KMeansTest {

    private static final double[][] CENTRES = {{0, 0}, {10, 0}, {0, 10}, {10, 10}};

    private static Matrix blobs(Rng rng) {
        return Matrix.from(200, 2, (i, j) -> CENTRES[i % 4][j] + rng.gaussian());
    }

    @Test
    void findsFourBlobs() {
        Matrix x = blobs(Rng.of(1));
        int[] clusters = new KMeans(4, 5).fit(x).predict(x);
        for (int i = 4; i < 200; i++) {
            assertThat(clusters[i]).isEqualTo(clusters[i % 4]);
        }
        assertThat(Arrays.stream(clusters).distinct().count()).isEqualTo(4);
    }

    @Test
    void inertiaNeverIncreasesAndMatchesTheAssignment() {
        Matrix x = Fixture.cloud(Rng.of(2), 500, 3);
        for (int seed = 0; seed < 5; seed++) {
            var model = new KMeans(7, 1, 300, 0, seed).fit(x);
            Vector inertias = model.inertias();
            for (int i = 1; i < inertias.size(); i++) {
                assertThat(inertias.get(i)).isLessThanOrEqualTo(inertias.get(i - 1) * (1 + 1e-14));
            }
            assertThat(model.inertia()).isCloseTo(inertia(x, model), within(1e-10));
        }
    }

    @Test
    void atConvergenceEachCentreIsTheMeanOfItsRows() {
        Matrix x = Fixture.cloud(Rng.of(3), 300, 2);
        var model = new KMeans(6, 1, 300, 0, 8).fit(x);
        assertThat(model.converged()).isTrue();
        int[] clusters = model.predict(x);
        for (int k = 0; k < 6; k++) {
            int cluster = k;
            int[] own =
                    IntStream.range(0, 300).filter(i -> clusters[i] == cluster).toArray();
            Vector mean = Centred.means(x.selectRows(own));
            assertThat(mean.minus(model.centres().row(k)).norm()).isLessThan(1e-13);
        }
    }

    @Test
    void oneClusterPerRowHasNoInertia() {
        Matrix x = Fixture.cloud(Rng.of(4), 12, 2);
        var model = new KMeans(12, 3).fit(x);
        assertThat(model.inertia()).isCloseTo(0, within(1e-28));
        assertThat(Arrays.stream(model.predict(x)).distinct().count()).isEqualTo(12);
    }

    @Test
    void emptyClusterMovesToTheFarthestRow() {
        Matrix x = Matrix.of(5, 1, new double[] {0, 1, 10, 11, 30});
        // The third centre is nearest to nothing.
        Matrix start = Matrix.of(3, 1, new double[] {0.5, 14, 1000});
        var model = new LloydsAlgorithm(WeightedRows.of(x, WeightedRows.ones(5))).run(start, 100, 0);
        double[] centres = model.centres().column(0).toArray();
        Arrays.sort(centres);
        assertThat(centres).containsExactly(new double[] {0.5, 10.5, 30}, within(1e-12));
        Vector inertias = model.inertias();
        for (int i = 1; i < inertias.size(); i++) {
            assertThat(inertias.get(i)).isLessThanOrEqualTo(inertias.get(i - 1));
        }
    }

    @Test
    void moreClustersThanDistinctRowsThrowWithBothCounts() {
        Matrix x = Matrix.of(6, 1, new double[] {2, 2, 2, 5, 5, 5});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KMeans(4, 1).fit(x))
                .withMessageContainingAll("4 clusters", "only 2 are distinct");
        var model = new KMeans(2, 1).fit(x);
        assertThat(model.inertia()).isZero();
        assertThat(model.predict(x)[0]).isNotEqualTo(model.predict(x)[5]);
    }

    @Test
    void reachingTheIterationLimitIsNotConvergence() {
        Matrix x = Fixture.cloud(Rng.of(2), 500, 3);
        var model = new KMeans(7, 1, 1, 0, 1).fit(x);
        assertThat(model.converged()).isFalse();
        assertThat(model.inertias().size()).isEqualTo(2);
    }

    @Test
    void rowsThatAreTooFarOrTooNearForTheirSquaresThrow() {
        for (double scale : new double[] {1e-200, 1e200}) {
            Matrix x = blobs(Rng.of(1)).times(scale);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new KMeans(4, 1).fit(x))
                    .withMessageContainingAll("largest squared distance", "standardise");
        }
        var model = new KMeans(4, 1).fit(blobs(Rng.of(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.predict(Matrix.of(new double[][] {{0, 0}, {1e200, 0}})))
                .withMessageContaining("row 1 is too far from every centre");
    }

    @Test
    void initialCentresAreDrawnInProportionToTheSquaredDistance() {
        Matrix x = Matrix.of(3, 1, new double[] {0, 1, 3});
        Rng rng = Rng.of(6);
        int[] seconds = new int[4];
        int fromZero = 0;
        for (int i = 0; i < 30_000; i++) {
            Matrix drawn = KMeansPlusPlus.initialCentres(WeightedRows.of(x, WeightedRows.ones(3)), 2, rng);
            if (drawn.get(0, 0) == 0) {
                fromZero++;
                seconds[(int) drawn.get(1, 0)]++;
            }
        }
        assertThat(fromZero / 30_000.0).isCloseTo(1 / 3.0, within(0.01));
        assertThat(seconds[0]).isZero();
        assertThat((double) seconds[1] / fromZero).isCloseTo(0.1, within(0.01));
    }

    @Test
    void restartsDifferAndTheBestIsKept() {
        Matrix x = Fixture.cloud(Rng.of(7), 300, 2);
        var inertias = new HashSet<Double>();
        for (int seed = 0; seed < 10; seed++) {
            inertias.add(new KMeans(9, 1, 300, 0, seed).fit(x).inertia());
        }
        assertThat(inertias).hasSizeGreaterThan(2);
        double one = new KMeans(9, 1, 300, 0, 1).fit(x).inertia();
        double ten = new KMeans(9, 10, 300, 0, 1).fit(x).inertia();
        assertThat(ten).isLessThan(one);
    }

    @Test
    void nearestCentreAgreesWithTheScalarReferenceIncludingTies() {
        Rng rng = Rng.of(8);
        for (double offset : new double[] {0, 1e5}) {
            Matrix x = Matrix.from(500, 2, (_, _) -> offset + rng.nextInt(5));
            Matrix centres = Matrix.from(6, 2, (_, _) -> offset + rng.nextInt(5));
            int[] expected = IntStream.range(0, 500)
                    .map(i ->
                            NearestNeighbour.nearest(centres.toArray(), x.row(i).toArray()))
                    .toArray();
            assertThat(LloydsAlgorithm.assign(x, centres)).isEqualTo(expected);
        }
    }

    @Test
    void moreClustersThanRowsThrowsWithBothCounts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KMeans(5, 0).fit(Matrix.identity(3)))
                .withMessageContainingAll("5 clusters", "3 rows");
        assertThatIllegalArgumentException().isThrownBy(() -> new KMeans(0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new KMeans(2, 1, 1, -1, 0));
    }

    private static double inertia(Matrix x, KMeans.Model model) {
        int[] clusters = model.predict(x);
        double sum = 0;
        for (int i = 0; i < x.rows(); i++) {
            sum += Math.pow(x.row(i).minus(model.centres().row(clusters[i])).norm(), 2);
        }
        return sum;
    }
}
