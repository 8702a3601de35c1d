package gradus.checks.first_model;

import static gradus.proctor.assertions.Expect.calling;
import static gradus.proctor.property.MetamorphicRelations.relations;
import static gradus.proctor.property.Property.forAll;

import gradus.ml.classic.NearestNeighbour;
import gradus.proctor.assertions.Clause;
import gradus.proctor.format.JavaLiterals;
import gradus.proctor.probes.Argument;
import gradus.proctor.probes.MemberProbes;
import gradus.proctor.probes.Probe;
import gradus.proctor.property.Gen;
import gradus.proctor.property.MetamorphicRelations;
import gradus.proctor.property.Pair;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What holds for every training set. All numbers are whole ones, so that rounding decides nothing.
class FirstModelPropertyChecks {

    private static final Gen<Double> WHOLE = Gen.ints(-99, 99).map(Integer::doubleValue);

    /// Rows and a query, with no two rows equally far from the query.
    private static final Gen<Pair<double[][], double[]>> CLOUDS = Gen.pairs(Gen.sizes(1, 9), Gen.sizes(1, 5))
            .flatMap(shape ->
                    Gen.pairs(Gen.matrix(WHOLE, shape.first(), shape.second()), Gen.array(WHOLE, shape.second())))
            .filter(cloud -> areDifferent(distances(cloud)));

    /// Compares the row that is found, in words, not its index: of the few indices of a small case, one is
    /// easily the other plus one, and that would suggest a cause. So the call doesn't look like one of
    /// `nearest`.
    @Test
    @DisplayName("with one feature, nearest finds the right row of any number of rows, and refuses none")
    @Clause({"nearest-row", "ties", "shapes"})
    void anyNumberOfRows() {
        MemberProbes.of(
                        "the row of x that nearest finds for y",
                        Argument.rows(1),
                        Argument.array(1),
                        FirstModelPropertyChecks::found,
                        FirstModelPropertyChecks::nearestOfOneFeature)
                .elements(Gen.ints(-9, 9).map(Integer::doubleValue))
                .without(Probe.EMPTY, "the contract asks for an exception, and a visible check for the same")
                .without(Probe.NAN, "the contract asks for finite numbers")
                .without(Probe.INFINITIES, "the contract asks for finite numbers")
                .hold("that is the row with the smallest difference, the first of several");
    }

    @Test
    @DisplayName("nearest finds the nearest row in random training sets")
    @Clause({"nearest-row", "shapes"})
    void randomClouds() {
        forAll(CLOUDS).check(cloud -> {
            long[] distances = distances(cloud);
            int expected = 0;
            for (int i = 1; i < distances.length; i++) {
                expected = distances[i] < distances[expected] ? i : expected;
            }
            calling(() -> call(cloud), () -> NearestNeighbour.nearest(cloud.first(), cloud.second()))
                    .gives(
                            expected,
                            "the squared distance of row " + expected + ", " + distances[expected]
                                    + ", is the smallest");
        });
    }

    @Test
    @DisplayName("rows that are almost equally near are told apart, near or far")
    @Clause({"accuracy", "numbers"})
    void almostEqualDistances() {
        forAll(Gen.ints(-100, 99)).check(power -> {
            double near = Math.pow(10, power);
            double almost = near * (1 + 1e-8);
            double[][] rows = power % 2 == 0
                    ? new double[][] {{3 * near}, {almost}, {2 * near}, {near}}
                    : new double[][] {{3 * near}, {2 * near}, {almost}, {4 * near}, {near}};
            double[] query = {0};
            calling(
                            () -> "nearest({" + JavaLiterals.rows(rows) + "}, {0})",
                            () -> NearestNeighbour.nearest(rows, query))
                    .gives(
                            rows.length - 1,
                            "the others are farther, one of them by a hundred-millionth of its distance");
        });
    }

    @Test
    @DisplayName("moving rows and query together does not change the nearest row")
    @Clause("nearest-row")
    void movingEverything() {
        nearestIn(CLOUDS)
                .invariant("7 added to every number", cloud -> each(cloud, x -> x + 7), "only differences count");
    }

    @Test
    @DisplayName("moving rows and query together far away does not change the nearest row")
    @Clause({"nearest-row", "accuracy"})
    void movingEverythingFarAway() {
        nearestIn(CLOUDS)
                .invariant("1e9 added to every number", cloud -> each(cloud, x -> x + 1e9), "only differences count");
    }

    @Test
    @DisplayName("changing the sign of every number does not change the nearest row")
    @Clause("nearest-row")
    void mirroringEverything() {
        nearestIn(CLOUDS).invariant("every sign changed", cloud -> each(cloud, x -> -x), "a square forgets the sign");
    }

    @Test
    @DisplayName("changing the unit of every number does not change the nearest row")
    @Clause({"nearest-row", "numbers"})
    void anotherUnit() {
        nearestIn(CLOUDS)
                .invariant(
                        "every number divided by 1024",
                        cloud -> each(cloud, x -> x / 1024),
                        "all distances shrink alike");
    }

    @Test
    @DisplayName("reversing the order of the features does not change the nearest row")
    @Clause("nearest-row")
    void reversingTheFeatures() {
        nearestIn(CLOUDS)
                .invariant(
                        "its features in reverse order",
                        cloud -> new Pair<>(
                                Arrays.stream(cloud.first())
                                        .map(FirstModelPropertyChecks::reversed)
                                        .toArray(double[][]::new),
                                reversed(cloud.second())),
                        "every feature counts, first or last");
    }

    @Test
    @DisplayName("adding every row once more, behind the others, changes nothing")
    @Clause("ties")
    void copiesBehind() {
        nearestIn(CLOUDS)
                .invariant(
                        "every row once more behind the others",
                        cloud -> new Pair<>(
                                Stream.concat(Arrays.stream(cloud.first()), Arrays.stream(cloud.first()))
                                        .map(double[]::clone)
                                        .toArray(double[][]::new),
                                cloud.second()),
                        "of two equal rows the first wins");
    }

    @Test
    @DisplayName("reordering the rows does not change the prediction")
    @Clause({"nearest-row", "label"})
    void theOrderOfTheRowsDoesNotMatter() {
        relations(
                        CLOUDS,
                        FirstModelPropertyChecks::predictionCall,
                        cloud -> NearestNeighbour.predict(cloud.first(), labels(cloud.first()), cloud.second()))
                .invariant(
                        "the rows and their labels in reverse order",
                        cloud -> new Pair<>(
                                Arrays.asList(cloud.first()).reversed().toArray(double[][]::new), cloud.second()),
                        "the nearest row keeps its label wherever it stands");
    }

    @Test
    @DisplayName("each training row gets its own label back")
    @Clause("label")
    void trainingRowsAreRemembered() {
        forAll(CLOUDS).cases(50).check(cloud -> {
            double[][] rows = cloud.first();
            for (int i = 0; i < rows.length; i++) {
                var self = new Pair<>(rows, rows[i].clone());
                if (Arrays.stream(distances(self))
                                .filter(distance -> distance == 0)
                                .count()
                        == 1) {
                    calling(
                                    () -> predictionCall(self),
                                    () -> NearestNeighbour.predict(rows, labels(rows), self.second()))
                            .gives(labels(rows)[i], "the query is row " + i + " itself, at distance 0");
                }
            }
        });
    }

    private static MetamorphicRelations<Pair<double[][], double[]>, Integer> nearestIn(
            Gen<Pair<double[][], double[]>> clouds) {
        return relations(
                clouds,
                FirstModelPropertyChecks::call,
                cloud -> NearestNeighbour.nearest(cloud.first(), cloud.second()));
    }

    private static String call(Pair<double[][], double[]> cloud) {
        return "nearest({" + JavaLiterals.rows(cloud.first()) + "}, {" + JavaLiterals.elements(cloud.second()) + "})";
    }

    private static String predictionCall(Pair<double[][], double[]> cloud) {
        return "predict({" + JavaLiterals.rows(cloud.first()) + "}, {" + JavaLiterals.elements(labels(cloud.first()))
                + "}, {" + JavaLiterals.elements(cloud.second()) + "})";
    }

    /// Three labels, which go with the rows wherever they stand. None is an index.
    private static int[] labels(double[][] rows) {
        return Arrays.stream(rows)
                .mapToInt(row -> 100 + Math.floorMod(Arrays.hashCode(row), 3))
                .toArray();
    }

    private static String nearestOfOneFeature(double[][] rows, double[] query) {
        if (rows.length == 0) {
            throw new IllegalArgumentException();
        }
        int best = 0;
        for (int i = 1; i < rows.length; i++) {
            best = Math.abs(rows[i][0] - query[0]) < Math.abs(rows[best][0] - query[0]) ? i : best;
        }
        return words(rows[best]);
    }

    /// The row that is found, in words. It's read from a copy, because `nearest` may change its arguments.
    static String found(double[][] rows, double[] query) {
        double[][] before = copy(rows);
        return words(before[NearestNeighbour.nearest(rows, query)]);
    }

    static String words(double[] row) {
        return "the row {" + JavaLiterals.elements(row) + "}";
    }

    private static double[][] copy(double[][] rows) {
        return Stream.of(rows).map(double[]::clone).toArray(double[][]::new);
    }

    private static long[] distances(Pair<double[][], double[]> cloud) {
        double[][] rows = cloud.first();
        long[] distances = new long[rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows[i].length; j++) {
                long difference = Math.round(rows[i][j] - cloud.second()[j]);
                distances[i] += difference * difference;
            }
        }
        return distances;
    }

    private static boolean areDifferent(long[] numbers) {
        for (int i = 0; i < numbers.length; i++) {
            for (int j = 0; j < i; j++) {
                if (numbers[i] == numbers[j]) {
                    return false;
                }
            }
        }
        return true;
    }

    private static Pair<double[][], double[]> each(Pair<double[][], double[]> cloud, DoubleUnaryOperator change) {
        double[][] rows = cloud.first().clone();
        for (int i = 0; i < rows.length; i++) {
            rows[i] = each(rows[i], change);
        }
        return new Pair<>(rows, each(cloud.second(), change));
    }

    private static double[] each(double[] numbers, DoubleUnaryOperator change) {
        double[] changed = new double[numbers.length];
        for (int j = 0; j < numbers.length; j++) {
            changed[j] = change.applyAsDouble(numbers[j]);
        }
        return changed;
    }

    private static double[] reversed(double[] numbers) {
        double[] reversed = new double[numbers.length];
        for (int j = 0; j < numbers.length; j++) {
            reversed[j] = numbers[numbers.length - 1 - j];
        }
        return reversed;
    }
}
