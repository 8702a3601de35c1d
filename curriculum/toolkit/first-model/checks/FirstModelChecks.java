package gradus.checks.first_model;

import static gradus.proctor.assertions.Expect.calling;
import static gradus.proctor.assertions.Expect.unchanged;
import static gradus.proctor.property.Property.forAll;

import gradus.ml.classic.NearestNeighbour;
import gradus.proctor.assertions.CallAssertion;
import gradus.proctor.assertions.Clause;
import gradus.proctor.format.JavaLiterals;
import gradus.proctor.property.Gen;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FirstModelChecks {

    @Test
    @DisplayName("the training set may have a single row")
    @Clause("shapes")
    void oneRow() {
        double[][] rows = {{7, 7, 7}};
        double[] query = {1, 2, 3};
        calling("nearest({{7, 7, 7}}, {1, 2, 3})", () -> NearestNeighbour.nearest(rows, query))
                .gives(0, "the only row is the nearest one");
    }

    @Test
    @DisplayName("the first row can be the nearest")
    @Clause("nearest-row")
    void theFirstRowCounts() {
        double[][] rows = {{1, 2}, {4, 3}, {7, 8}};
        double[] query = {2, 2};
        calling("nearest({{1, 2}, {4, 3}, {7, 8}}, {2, 2})", () -> NearestNeighbour.nearest(rows, query))
                .gives(0, "the squared distances are 1, 5 and 61");
    }

    @Test
    @DisplayName("the last feature counts")
    @Clause("nearest-row")
    void theLastFeatureCounts() {
        double[][] rows = {{1, 2, 9}, {1, 2, 4}};
        double[] query = {1, 2, 3};
        calling("nearest({{1, 2, 9}, {1, 2, 4}}, {1, 2, 3})", () -> NearestNeighbour.nearest(rows, query))
                .gives(1, "the rows differ in the last feature only: 9 is 6 away from 3, and 4 is 1 away");
    }

    @Test
    @DisplayName("the first feature counts")
    @Clause("nearest-row")
    void theFirstFeatureCounts() {
        double[][] rows = {{7, 5}, {9, 5}, {4, 5}};
        double[] query = {3, 5};
        calling("nearest({{7, 5}, {9, 5}, {4, 5}}, {3, 5})", () -> NearestNeighbour.nearest(rows, query))
                .gives(
                        2,
                        "the rows differ in the first feature only: 7 is 4 away from 3, 9 is 6 away, and 4 is 1 away");
    }

    @Test
    @DisplayName("differences below 1 count")
    @Clause({"nearest-row", "numbers"})
    void fractionsCount() {
        double[][] rows = {{0.9, 1.2}, {0.4, 1.1}};
        double[] query = {0.5, 1};
        calling("nearest({{0.9, 1.2}, {0.4, 1.1}}, {0.5, 1})", () -> NearestNeighbour.nearest(rows, query))
                .gives(
                        1,
                        "the squared distances are 0.4² + 0.2² = 0.2 and 0.1² + 0.1² = 0.02: fractions, not whole"
                                + " numbers");
    }

    @Test
    @DisplayName("the distance is Euclidean: differences are squared, then added")
    @Clause("nearest-row")
    void squaresAreAdded() {
        double[][] rows = {{3, 0}, {2, 2}};
        double[] query = {0, 0};
        calling("nearest({{3, 0}, {2, 2}}, {0, 0})", () -> NearestNeighbour.nearest(rows, query))
                .gives(1, "the squared distances are 3² + 0² = 9 and 2² + 2² = 8");
    }

    @Test
    @DisplayName("a difference in the ninth digit counts, between small numbers and between large ones")
    @Clause({"accuracy", "numbers"})
    void theNinthDigitCounts() {
        double[][] rows = {{1.00000002}, {1}};
        double[] query = {0};
        calling("nearest({{1.00000002}, {1}}, {0})", () -> NearestNeighbour.nearest(rows, query))
                .gives(1, "1 is nearer to 0 than 1.00000002, and a double can tell them apart");
        double[][] large = {{1_000_000_007}, {999_999_995}, {1_000_000_002}};
        double[] largeQuery = {1_000_000_000};
        calling(
                        "nearest({{1000000007}, {999999995}, {1000000002}}, {1000000000})",
                        () -> NearestNeighbour.nearest(large, largeQuery))
                .gives(2, "the differences are 7, −5 and 2, so the squared distances are 49, 25 and 4");
    }

    @Test
    @DisplayName("the nearest row may be far away")
    @Clause({"nearest-row", "numbers"})
    void farAway() {
        double[][] rows = {{-2e99}, {1e99}};
        double[] query = {0};
        calling("nearest({{-2e99}, {1e99}}, {0})", () -> NearestNeighbour.nearest(rows, query))
                .gives(1, "the squared distances are 4e198 and 1e198: a row can be the nearest and still be far away");
    }

    @Test
    @DisplayName("if several rows are equally near, nearest returns the first")
    @Clause("ties")
    void theFirstOfTiedRows() {
        double[][] rows = {{5, 5}, {1, 0}, {0, 1}, {-1, 0}};
        double[] query = {0, 0};
        calling("nearest({{5, 5}, {1, 0}, {0, 1}, {-1, 0}}, {0, 0})", () -> NearestNeighbour.nearest(rows, query))
                .gives(1, "rows 1, 2 and 3 are all at distance 1, and row 1 comes first");
    }

    @Test
    @DisplayName("if two equal rows have different labels, predict returns the label of the first")
    @Clause("ties")
    void theFirstOfEqualRows() {
        double[][] rows = {{8}, {2}, {2}};
        int[] labels = {3, 1, 2};
        double[] query = {2};
        calling("predict({{8}, {2}, {2}}, {3, 1, 2}, {2})", () -> NearestNeighbour.predict(rows, labels, query))
                .gives(1, "rows 1 and 2 are both at distance 0, and row 1 comes first");
    }

    @Test
    @DisplayName("a label may be any int, even a negative one")
    @Clause("label")
    void labelsAreNames() {
        double[][] rows = {{0, 0}, {6, 6}, {10, 0}};
        int[] labels = {1000, -7, 1000};
        double[] query = {5, 6};
        calling(
                        "predict({{0, 0}, {6, 6}, {10, 0}}, {1000, -7, 1000}, {5, 6})",
                        () -> NearestNeighbour.predict(rows, labels, query))
                .gives(-7, "row 1 is the nearest, and its label is −7");
        for (int label : new int[] {123_456_789, -1, 0, Integer.MIN_VALUE}) {
            calling(
                            "predict({{9}, {2}, {5}}, {7, 8, " + label + "}, {6})",
                            () -> NearestNeighbour.predict(
                                    new double[][] {{9}, {2}, {5}}, new int[] {7, 8, label}, new double[] {6}))
                    .gives(label, "row 2 is the nearest, and a label may be any int");
        }
    }

    @Test
    @DisplayName("nearest throws if a row is longer than the query")
    @Clause("refusals")
    void aLongerRowIsRefused() {
        double[][] rows = {{1, 2}, {1, 2, 3}};
        double[] query = {1, 2};
        calling("nearest({{1, 2}, {1, 2, 3}}, {1, 2})", () -> NearestNeighbour.nearest(rows, query))
                .fails(IllegalArgumentException.class, "row 1 has 3 features, and the query has 2");
    }

    @Test
    @DisplayName("nearest throws if a row is shorter than the query")
    @Clause("refusals")
    void aShorterRowIsRefused() {
        double[][] rows = {{1, 2, 3}, {1, 2}};
        double[] query = {1, 2, 3};
        calling("nearest({{1, 2, 3}, {1, 2}}, {1, 2, 3})", () -> NearestNeighbour.nearest(rows, query))
                .fails(IllegalArgumentException.class, "row 1 has 2 features, and the query has 3");
    }

    @Test
    @DisplayName("nearest throws whichever row doesn't fit the query, and also if none of them does")
    @Clause("refusals")
    void anyRowThatDoesNotFitIsRefused() {
        double[] query = {1, 2};
        double[][] second = {{1, 2}, {4, 5, 6}, {7, 8}};
        calling("nearest({{1, 2}, {4, 5, 6}, {7, 8}}, {1, 2})", () -> NearestNeighbour.nearest(second, query))
                .fails(IllegalArgumentException.class, "row 1 has 3 features, and the query has 2");
        double[][] first = {{4, 5, 6}, {1, 2}};
        calling("nearest({{4, 5, 6}, {1, 2}}, {1, 2})", () -> NearestNeighbour.nearest(first, query))
                .fails(IllegalArgumentException.class, "row 0 has 3 features, and the query has 2");
        double[][] all = {{1, 2, 3}, {4, 5, 6}};
        calling("nearest({{1, 2, 3}, {4, 5, 6}}, {1, 2})", () -> NearestNeighbour.nearest(all, query))
                .fails(IllegalArgumentException.class, "both rows have 3 features, and the query has 2");
    }

    @Test
    @DisplayName("predict throws too if there are no rows, or if a row doesn't fit the query")
    @Clause("refusals")
    void predictRefusesWhatNearestRefuses() {
        double[] query = {1, 2};
        calling("predict({}, {}, {1, 2})", () -> NearestNeighbour.predict(new double[0][], new int[0], query))
                .fails(IllegalArgumentException.class, "there is no row, so there is no label to return");
        double[][] rows = {{4, 5}, {1, 2, 3}};
        calling(
                        "predict({{4, 5}, {1, 2, 3}}, {7, 8}, {1, 2})",
                        () -> NearestNeighbour.predict(rows, new int[] {7, 8}, query))
                .fails(IllegalArgumentException.class, "row 1 has 3 features, and the query has 2");
    }

    @Test
    @DisplayName("predict throws if there are more or fewer labels than rows")
    @Clause("refusals")
    void labelsMustFitTheRows() {
        double[][] rows = {{1}, {5}};
        double[] query = {1};
        calling("predict({{1}, {5}}, {7}, {1})", () -> NearestNeighbour.predict(rows, new int[] {7}, query))
                .fails(IllegalArgumentException.class, "there are 2 rows and 1 label");
        calling("predict({{1}, {5}}, {7}, {5})", () -> NearestNeighbour.predict(rows, new int[] {7}, new double[] {5}))
                .fails(IllegalArgumentException.class, "there are 2 rows and 1 label");
        calling("predict({{1}, {5}}, {7, 8, 9}, {1})", () -> NearestNeighbour.predict(rows, new int[] {7, 8, 9}, query))
                .fails(IllegalArgumentException.class, "there are 2 rows and 3 labels");
    }

    @Test
    @DisplayName("nearest does not change rows or query")
    @Clause("unchanged")
    void nearestOnlyReads() {
        double[][] rows = {{9, 1}, {2, 2}, {1, 7}};
        double[] query = {5, 2};
        String call = "nearest({{9, 1}, {2, 2}, {1, 7}}, {5, 2})";
        calling(call, () -> NearestNeighbour.nearest(rows, query)).result();
        unchanged("rows after " + call, new double[][] {{9, 1}, {2, 2}, {1, 7}}, rows);
        unchanged("query after " + call, new double[] {5, 2}, query);
    }

    @Test
    @DisplayName("predict does not change rows, labels or query")
    @Clause("unchanged")
    void argumentsStayAsTheyWere() {
        double[][] rows = {{9, 1}, {2, 2}, {1, 7}};
        int[] labels = {2, 0, 1};
        double[] query = {5, 2};
        String call = "predict({{9, 1}, {2, 2}, {1, 7}}, {2, 0, 1}, {5, 2})";
        calling(call, () -> NearestNeighbour.predict(rows, labels, query)).result();
        unchanged("rows after " + call, new double[][] {{9, 1}, {2, 2}, {1, 7}}, rows);
        unchanged("labels after " + call, new int[] {2, 0, 1}, labels);
        unchanged("query after " + call, new double[] {5, 2}, query);
    }

    @Test
    @DisplayName("nearest looks at its arguments anew in every call")
    @Clause("nearest-row")
    void nothingIsRemembered() {
        forAll(Gen.ints(-99, 99)).cases(20).check(number -> {
            double[] query = {number};
            double[][] rows = {{number + 4}, {number + 1}};
            double[][] others = {{number + 1}, {number + 4}};
            foundIn(rows, query, "").gives(FirstModelPropertyChecks.words(rows[1]), "the differences are 4 and 1");
            foundIn(others, query, ", with the same query array as before,")
                    .gives(
                            FirstModelPropertyChecks.words(others[0]),
                            "the rows are others now: the differences are 1 and 4");
            unchanged("the rows after two calls", new double[][] {{number + 1}, {number + 4}}, others);
            query[0] = number + 5;
            foundIn(others, query, ", with the same arrays as before,")
                    .gives(
                            FirstModelPropertyChecks.words(others[1]),
                            "the query has another number now: the differences are 4 and 1");
        });
    }

    private static CallAssertion<String> foundIn(double[][] rows, double[] query, String remark) {
        return calling(
                "the row that nearest finds in {" + JavaLiterals.rows(rows) + "} for {" + JavaLiterals.elements(query)
                        + "}" + remark,
                () -> FirstModelPropertyChecks.found(rows, query));
    }
}
