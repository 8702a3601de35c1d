package gradus.checks.matrices;

import static gradus.proctor.assertions.Expect.calling;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.proctor.assertions.Clause;
import gradus.proctor.data.CsvTable;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Real routes: 305 airports of the United States in 2008.
class MatrixRoutesChecks {

    @Test
    @DisplayName("the product of the routes with themselves counts the airports where you can change")
    @Clause({"matrix-product", "transpose-times"})
    void oneChange() {
        CsvTable table = CsvTable.read("us-flights");
        List<String> origins = table.stringColumn("origin");
        List<String> destinations = table.stringColumn("destination");
        var codes = new TreeSet<>(origins);
        codes.addAll(destinations);
        List<String> airports = List.copyOf(codes);
        double[][] routes = new double[airports.size()][airports.size()];
        for (int i = 0; i < origins.size(); i++) {
            routes[airports.indexOf(origins.get(i))][airports.indexOf(destinations.get(i))] = 1;
        }

        Matrix direct = Matrix.of(routes);
        Matrix changing =
                calling("routes.times(routes)", () -> direct.times(direct)).result();
        for (String pair : List.of("HNL BOS", "SFO CHS", "LGA SFO", "SFO LGA", "JFK EWR", "BRW JFK")) {
            int from = airports.indexOf(pair.substring(0, 3));
            int to = airports.indexOf(pair.substring(4));
            calling(
                            "routes.times(routes).get(" + pair.substring(0, 3) + ", " + pair.substring(4) + ")",
                            () -> changing.get(from, to))
                    .gives(stops(routes, from, to), "so many airports have a route from the one and to the other");
        }
        calling("the pairs of airports with at most one change", () -> (int) pairs(direct.plus(changing)))
                .gives(58_103, "without a change, 5,366 of the 92,720 pairs are connected");

        int honolulu = airports.indexOf("HNL");
        calling(
                        "routes.transposeTimes(the arrow of HNL)",
                        () -> direct.transposeTimes(Vector.from(airports.size(), i -> i == honolulu ? 1 : 0))
                                .toArray())
                .gives(routes[honolulu], "a vector with a 1 for each airport that you can fly to from Honolulu");
    }

    private static double stops(double[][] routes, int from, int to) {
        int count = 0;
        for (int stop = 0; stop < routes.length; stop++) {
            if (routes[from][stop] == 1 && routes[stop][to] == 1) {
                count++;
            }
        }
        return count;
    }

    private static long pairs(Matrix ways) {
        long count = 0;
        for (int r = 0; r < ways.rows(); r++) {
            for (int c = 0; c < ways.columns(); c++) {
                count += r != c && ways.get(r, c) > 0 ? 1 : 0;
            }
        }
        return count;
    }
}
