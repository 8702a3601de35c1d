package gradus.ml.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Rng;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsotonicRegressionTest {

    private static Matrix column(double... values) {
        return Matrix.of(values.length, 1, values);
    }

    @Test
    void violatorsArePooledIntoTheirMean() {
        var model = new IsotonicRegression().fit(column(1, 2, 3, 4, 5), Vector.of(1, 3, 2, 4, 3.5));

        assertThat(model.predict(column(1, 2, 3, 4, 5))).isEqualTo(Vector.of(1, 2.5, 2.5, 3.75, 3.75));
        // Between two thresholds on the straight line, beyond them constant.
        assertThat(model.predict(column(0, 1.5, 2.5, 3.25, 9))).isEqualTo(Vector.of(1, 1.75, 2.5, 2.8125, 3.75));
        assertThat(model.thresholds()).isEqualTo(Vector.of(1, 2, 3, 4, 5));
    }

    /// The min–max formula: the value at row i is the maximum over a ≤ i of the minimum over b ≥ i of the
    /// mean of the rows a to b.
    @Test
    void agreesWithTheMinMaxFormula() {
        Rng rng = Rng.of(3);
        for (int repetition = 0; repetition < 200; repetition++) {
            int n = 1 + rng.nextInt(15);
            Vector y = Vector.from(n, _ -> rng.nextInt(10));
            Vector weights = Vector.from(n, _ -> 1 + rng.nextInt(3));
            Matrix x = Matrix.from(n, 1, (i, _) -> i * i);

            Vector predicted = new IsotonicRegression().fit(x, y, weights).predict(x);

            for (int i = 0; i < n; i++) {
                int row = i;
                double expected = IntStream.rangeClosed(0, i)
                        .mapToDouble(a -> IntStream.range(row, n)
                                .mapToDouble(b -> mean(y, weights, a, b))
                                .min()
                                .orElseThrow())
                        .max()
                        .orElseThrow();
                assertThat(predicted.get(i)).isEqualTo(expected, within(1e-13));
            }
        }
    }

    private static double mean(Vector y, Vector weights, int from, int to) {
        double sum = 0;
        double total = 0;
        for (int i = from; i <= to; i++) {
            sum += weights.get(i) * y.get(i);
            total += weights.get(i);
        }
        return sum / total;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void predictionsAreMonotoneAndWithinTheTargets(boolean increasing) {
        Rng rng = Rng.of(4);
        for (double scale : new double[] {1, Double.MIN_VALUE, 1e308, Double.MAX_VALUE / 4}) {
            Matrix x = Matrix.from(40, 1, (_, _) -> (rng.nextInt(20) - 10) * (scale / 10));
            Vector y = Vector.from(40, _ -> (rng.nextInt(9) - 4) * (scale / 4));
            var model = new IsotonicRegression(increasing).fit(x, y);
            double[] queries = new double[400];
            Arrays.setAll(queries, i -> (i - 200) / 200.0 * scale * 1.2);

            double[] predicted = model.predict(column(queries)).toArray();

            for (int i = 0; i < predicted.length; i++) {
                assertThat(predicted[i])
                        .isBetween(
                                Arrays.stream(y.toArray()).min().orElseThrow(),
                                Arrays.stream(y.toArray()).max().orElseThrow());
                if (i > 0) {
                    assertThat(increasing ? predicted[i] >= predicted[i - 1] : predicted[i] <= predicted[i - 1])
                            .isTrue();
                }
            }
        }
    }

    @Test
    void decreasingIsTheMirrorImage() {
        Rng rng = Rng.of(5);
        Matrix x = Matrix.from(30, 1, (_, _) -> rng.nextInt(12));
        Vector y = Vector.from(30, _ -> rng.gaussian());
        Vector decreasing = new IsotonicRegression(false).fit(x, y).predict(x);
        Vector mirrored =
                new IsotonicRegression().fit(x, y.times(-1)).predict(x).times(-1);
        assertThat(decreasing.minus(mirrored).norm()).isZero();
    }

    @Test
    void rowsWithEqualFeaturesShareTheirMean() {
        var model = new IsotonicRegression().fit(column(2, 0.0, 2, -0.0), Vector.of(6, 1, 4, 2));
        assertThat(model.thresholds().size()).isEqualTo(2);
        assertThat(model.predict(column(0, -0.0, 2))).isEqualTo(Vector.of(1.5, 1.5, 5));
    }

    @Test
    void rowOrderDoesNotMatter() {
        Rng rng = Rng.of(6);
        Matrix x = Matrix.from(50, 1, (_, _) -> rng.nextInt(30));
        Vector y = Vector.from(50, _ -> rng.nextInt(7));
        int[] order = rng.permutation(50);
        var model = new IsotonicRegression().fit(x, y);
        var other = new IsotonicRegression().fit(x.selectRows(order), Vector.from(50, i -> y.get(order[i])));
        assertThat(other.thresholds()).isEqualTo(model.thresholds());
        assertThat(other.values().minus(model.values()).norm()).isLessThan(1e-13);
    }

    @Test
    void oneRowAndEqualTargetsGiveAConstant() {
        assertThat(new IsotonicRegression().fit(column(3), Vector.of(7)).predict(column(-1, 3, 9)))
                .isEqualTo(Vector.of(7, 7, 7));
        assertThat(new IsotonicRegression()
                        .fit(column(3, 1, 2), Vector.of(0.1, 0.1, 0.1))
                        .predict(column(2.5)))
                .isEqualTo(Vector.of(0.1));
    }

    @Test
    void agreesWithScikitLearn() {
        Matrix x = Fixture.recorded("isotonic x").transpose();
        Vector y = Fixture.recordedRow("isotonic y");
        Vector weights = Fixture.recordedRow("isotonic weights");
        Matrix queries = Fixture.recorded("isotonic queries").transpose();
        assertAgrees(new IsotonicRegression().fit(x, y).predict(queries), "isotonic increasing");
        assertAgrees(new IsotonicRegression(false).fit(x, y).predict(queries), "isotonic decreasing");
        assertAgrees(new IsotonicRegression().fit(x, y, weights).predict(queries), "isotonic weighted");
    }

    private static void assertAgrees(Vector actual, String name) {
        assertThat(actual.minus(Fixture.recordedRow(name)).norm()).as(name).isLessThan(1e-12);
    }

    @Test
    void severalFeaturesAndInvalidModelsThrow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IsotonicRegression().fit(Matrix.zeros(3, 2), Vector.of(1, 2, 3)))
                .withMessageContaining("(3, 2)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IsotonicRegression().fit(column(1, Double.NaN), Vector.of(1, 2)))
                .withMessageContaining("row 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IsotonicRegression.Model(Vector.of(1, 1), Vector.of(0, 1)))
                .withMessageContaining("ascending");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IsotonicRegression.Model(Vector.of(), Vector.of()))
                .withMessageContaining("0 thresholds");
    }
}
