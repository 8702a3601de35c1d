package gradus.ml.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Qr;
import gradus.ml.linalg.Svd;
import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Rng;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PcaTest {

    /// Five correlated features, two of which are nearly linear combinations of the others.
    private static final Matrix X = mixed(Rng.of(1));

    private static Matrix mixed(Rng rng) {
        Matrix mix = Fixture.cloud(rng, 5, 5);
        Matrix scaled = Matrix.from(200, 5, (_, j) -> rng.gaussian() * Math.pow(3, -j));
        Matrix rotated = scaled.times(mix);
        return Matrix.from(200, 5, (i, j) -> rotated.get(i, j) + 10 * j);
    }

    @Test
    void componentsAreOrthonormalAndScoresUncorrelated() {
        var model = new Pca(5).fit(X);
        Matrix products = model.components().transposeTimes(model.components());
        assertThat(products.minus(Matrix.identity(5)).norm()).isLessThan(1e-13);
        Matrix scores = model.transform(X);
        Matrix covariance = scores.transposeTimes(scores).times(1.0 / 199);
        assertThat(covariance
                        .minus(Matrix.diagonal(model.explainedVariances().toArray()))
                        .norm())
                .isLessThan(1e-12);
    }

    @Test
    void explainedVariancesSumToTheTotalVariance() {
        var model = new Pca(5).fit(X);
        double total = 0;
        for (int j = 0; j < 5; j++) {
            total += Math.pow(Centred.of(X.column(j)).norm(), 2) / 199;
        }
        assertThat(model.totalVariance()).isCloseTo(total, within(1e-11));
        assertThat(Arrays.stream(model.explainedVariances().toArray()).sum()).isCloseTo(total, within(1e-11));
        assertThat(Arrays.stream(model.explainedVarianceRatios().toArray()).sum())
                .isCloseTo(1, within(1e-14));
        double[] descending = model.explainedVariances().toArray();
        for (int k = 1; k < 5; k++) {
            assertThat(descending[k]).isLessThanOrEqualTo(descending[k - 1]);
        }
    }

    @Test
    void noOtherPlaneHasASmallerReconstructionError() {
        double minimum = reconstructionError(new Pca(2).fit(X).components());
        Rng rng = Rng.of(2);
        for (int i = 0; i < 100; i++) {
            assertThat(reconstructionError(Qr.of(Fixture.cloud(rng, 5, 2)).q())).isGreaterThan(minimum);
        }
        var model = new Pca(2).fit(X);
        assertThat(Math.pow(X.minus(model.inverseTransform(model.transform(X))).norm(), 2))
                .isCloseTo(minimum, within(1e-9));
    }

    @Test
    void allComponentsReconstructEveryRow() {
        var model = new Pca(5).fit(X);
        assertThat(model.inverseTransform(model.transform(X)).minus(X).norm()).isLessThan(1e-11);
    }

    @Test
    void newRowsAreCentredByTheTrainingMean() {
        var model = new Pca(3).fit(X);
        Matrix shifted = Matrix.from(4, 5, (i, j) -> X.get(i, j) + 100);
        Vector change = model.components().transposeTimes(Vector.of(100, 100, 100, 100, 100));
        Matrix projected = model.transform(shifted).minus(model.transform(X.selectRows(0, 1, 2, 3)));
        for (int i = 0; i < 4; i++) {
            assertThat(projected.row(i).minus(change).norm()).isLessThan(1e-11);
        }
    }

    @Test
    void largestEntryOfEachComponentIsPositive() {
        for (Matrix x : List.of(X, X.times(-1))) {
            Matrix components = new Pca(4).fit(x).components();
            for (int k = 0; k < 4; k++) {
                double[] direction = components.column(k).toArray();
                double largest = Arrays.stream(direction).max().orElseThrow();
                double smallest = Arrays.stream(direction).min().orElseThrow();
                assertThat(largest).isGreaterThan(-smallest);
            }
        }
    }

    @Test
    void largeMeanDoesNotLoseAccuracy() {
        Matrix far = Matrix.from(200, 5, (i, j) -> X.get(i, j) + 1e6);
        Vector variances = new Pca(5).fit(X).explainedVariances();
        Vector others = new Pca(5).fit(far).explainedVariances();
        assertThat(others.minus(variances).norm()).isLessThan(1e-8);
    }

    @Test
    void moreColumnsThanRowsGiveTheSingularVectorsOfTheCentredRows() {
        Matrix wide = Fixture.cloud(Rng.of(3), 12, 40);
        var model = new Pca(12).fit(wide);
        Svd svd = Svd.of(Centred.of(wide).x());
        for (int k = 0; k < 11; k++) {
            assertThat(model.components().column(k).minus(svd.v().column(k)).norm())
                    .isLessThan(1e-11);
            assertThat(model.explainedVariances().get(k))
                    .isCloseTo(Math.pow(svd.singularValues().get(k), 2) / 11, within(1e-12));
        }
        assertThat(model.explainedVariances().get(11)).isBetween(0.0, 1e-13);
        Matrix products = model.components().transposeTimes(model.components());
        assertThat(products.minus(Matrix.identity(12)).norm()).isLessThan(1e-13);
        assertThat(model.inverseTransform(model.transform(wide)).minus(wide).norm())
                .isLessThan(1e-12);
    }

    @Test
    void bothMethodsAgreeWhereRowsAndColumnsAreNearlyAsMany() {
        Matrix square = Fixture.cloud(Rng.of(4), 9, 9);
        var byFeatures = new Pca(5).fit(square);
        var byRows = new Pca(5).fit(square.hstack(Matrix.zeros(9, 1)));
        assertThat(byRows.explainedVariances()
                        .minus(byFeatures.explainedVariances())
                        .norm())
                .isLessThan(1e-13);
        assertThat(byRows.transform(square.hstack(Matrix.zeros(9, 1)))
                        .minus(byFeatures.transform(square))
                        .norm())
                .isLessThan(1e-12);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0x1p-500, 0x1p-300, 0x1p300, 0x1p500})
    void componentsDoNotDependOnTheUnitOfAllFeatures(double unit) {
        var model = new Pca(2).fit(X);
        var inUnits = new Pca(2).fit(X.times(unit));
        assertThat(inUnits.components().minus(model.components()).norm()).isLessThan(1e-12);
        assertThat(inUnits.explainedVarianceRatios()
                        .minus(model.explainedVarianceRatios())
                        .norm())
                .isLessThan(1e-13);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-200, 1e200})
    void aVarianceThatDoesNotFitIsRefused(double unit) {
        for (Matrix x : List.of(X, X.selectRows(0, 1, 2))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Pca(1).fit(x.times(unit)))
                    .withMessageContainingAll("variance", "rescale");
        }
    }

    @Test
    void variancesDescendAndTheirRatiosSumToAtMostOne() {
        for (int[] shape : new int[][] {{2, 2}, {5, 3}, {3, 5}, {7, 7}, {2, 30}}) {
            Matrix ofLowRank = Fixture.cloud(Rng.of(5), shape[0], 1).times(Fixture.cloud(Rng.of(6), 1, shape[1]));
            for (Matrix x : List.of(ofLowRank, Fixture.cloud(Rng.of(7), shape[0], shape[1]))) {
                var model = new Pca(Math.min(shape[0], shape[1])).fit(x);
                double[] variances = model.explainedVariances().toArray();
                for (double ratio : model.explainedVarianceRatios().toArray()) {
                    assertThat(ratio).isBetween(0.0, 1.0);
                }
                for (int k = 0; k < variances.length; k++) {
                    assertThat(variances[k]).isBetween(0.0, k == 0 ? Double.POSITIVE_INFINITY : variances[k - 1]);
                }
                assertThat(Arrays.stream(model.explainedVarianceRatios().toArray())
                                .sum())
                        .isCloseTo(1, within(1e-13));
            }
        }
    }

    @Test
    void constantRowsHaveNoExplainedVariance() {
        Matrix same = Matrix.from(4, 3, (_, j) -> j);
        var model = new Pca(2).fit(same);
        assertThat(model.explainedVariances()).isEqualTo(Vector.of(0, 0));
        assertThat(model.explainedVarianceRatios()).isEqualTo(Vector.of(0, 0));
        assertThat(model.inverseTransform(model.transform(same))).isEqualTo(same);
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 9})
    void tooManyComponentsThrows(int count) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Pca(count).fit(Matrix.identity(3)))
                .withMessageContainingAll("(3, 3)", "" + count);
    }

    /// The squared distance of all rows from the plane spanned by these directions through the mean.
    private static double reconstructionError(Matrix directions) {
        Matrix centred = Centred.of(X).x();
        Matrix projections = centred.times(directions).times(directions.transpose());
        return Math.pow(centred.minus(projections).norm(), 2);
    }
}
