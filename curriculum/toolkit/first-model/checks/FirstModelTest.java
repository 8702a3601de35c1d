package gradus.checks.first_model;

import static gradus.proctor.assertions.Expect.calling;

import gradus.ml.classic.NearestNeighbour;
import gradus.proctor.assertions.Clause;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FirstModelTest {

    @Test
    @DisplayName("nearest returns the index of the nearer of two rows")
    @Clause("nearest-row")
    void theNearerRowIsFound() {
        double[][] rows = {{3, 4}, {0, 0}};
        double[] query = {1, 1};
        calling("nearest({{3, 4}, {0, 0}}, {1, 1})", () -> NearestNeighbour.nearest(rows, query))
                .gives(1, "the squared distances are 2² + 3² = 13 and 1² + 1² = 2, so the last row is the nearest");
    }

    @Test
    @DisplayName("a difference of −3 counts as much as a difference of 3")
    @Clause({"nearest-row", "numbers"})
    void differencesDoNotCancel() {
        double[][] rows = {{3, -3}, {1, 1}};
        double[] query = {0, 0};
        calling("nearest({{3, -3}, {1, 1}}, {0, 0})", () -> NearestNeighbour.nearest(rows, query))
                .gives(1, "the squared distances are 3² + (−3)² = 18 and 1² + 1² = 2");
    }

    @Test
    @DisplayName("predict returns the label of the nearest row")
    @Clause("label")
    void thePredictionIsALabel() {
        double[][] rows = {{4.7, 1.4}, {5.4, 2.3}};
        int[] labels = {40, 41};
        double[] query = {5.0, 2.0};
        calling(
                        "predict({{4.7, 1.4}, {5.4, 2.3}}, {40, 41}, {5.0, 2.0})",
                        () -> NearestNeighbour.predict(rows, labels, query))
                .gives(41, "the squared distances are 0.45 and 0.25, so row 1 is the nearest, and its label is 41");
    }

    @Test
    @DisplayName("nearest throws if there are no rows")
    @Clause("refusals")
    void noRowsAreRefused() {
        double[][] none = {};
        double[] query = {1, 1};
        calling("nearest({}, {1, 1})", () -> NearestNeighbour.nearest(none, query))
                .fails(IllegalArgumentException.class, "there is no row, so there is no index to return");
    }
}
