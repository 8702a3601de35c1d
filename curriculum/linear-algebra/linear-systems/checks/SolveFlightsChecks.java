package gradus.checks.linear_systems;

import static gradus.proctor.assertions.Expect.calling;

import gradus.ml.linalg.Lu;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.proctor.assertions.Clause;
import gradus.proctor.assertions.Metric;
import gradus.proctor.data.CsvTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Real flights: 305 airports of the United States in 2008, so 305 equations.
class SolveFlightsChecks {

    /// The chances in percent, from a solution by another program.
    private static final Map<String, Long> EXPECTED =
            new TreeMap<>(Map.of("HNL", 77L, "DEN", 66L, "SFO", 67L, "ORD", 62L, "BOS", 58L, "MIA", 60L, "ACK", 32L));

    @Test
    @DisplayName("a random traveller from Honolulu reaches Los Angeles before New York in 77 of 100 cases")
    @Clause({"solve", "residual"})
    void whichComesFirst() {
        CsvTable table = CsvTable.read("us-flights");
        List<String> origins = table.stringColumn("origin");
        List<String> destinations = table.stringColumn("destination");
        double[][] counts = table.numericColumns("count");
        var codes = new TreeSet<>(origins);
        codes.addAll(destinations);
        List<String> airports = List.copyOf(codes);
        int n = airports.size();
        Map<String, Integer> index = new HashMap<>();
        airports.forEach(code -> index.put(code, index.size()));

        double[][] flights = new double[n][n];
        double[] departures = new double[n];
        for (int i = 0; i < counts.length; i++) {
            int from = index.get(origins.get(i));
            flights[from][index.get(destinations.get(i))] = counts[i][0];
            departures[from] += counts[i][0];
        }
        int losAngeles = index.get("LAX");
        int newYork = index.get("JFK");
        // The chance of an airport, minus the mean of the chances where its flights lead, is 0.
        double[][] a = new double[n][n];
        for (int r = 0; r < n; r++) {
            a[r][r] = 1;
            for (int c = 0; c < n && r != losAngeles && r != newYork && departures[r] > 0; c++) {
                a[r][c] -= flights[r][c] / departures[r];
            }
        }
        Vector b = Vector.from(n, r -> r == losAngeles ? 1 : 0);

        Vector chances = calling(
                        "Lu.of(a).solve(b) for 305 equations of real flights",
                        () -> Lu.of(Matrix.of(a)).solve(b))
                .result();
        var percent = new TreeMap<String, Long>();
        for (String code : EXPECTED.keySet()) {
            percent.put(code, Math.round(100 * chances.get(index.get(code))));
        }
        calling("the chances of seven airports in percent", () -> percent.toString())
                .gives(EXPECTED.toString(), "with these, each chance is the mean of those where the flights lead");
        Metric.of(
                        "in percent: from Honolulu, you reach Los Angeles before New York",
                        () -> 100 * chances.get(index.get("HNL")))
                .recorded();
        Metric.of(
                        "in percent: from Boston, next door to New York, you reach Los Angeles first",
                        () -> 100 * chances.get(index.get("BOS")))
                .recorded();
        Metric.of("by how much the worst of 305 equations is missed", () -> worst(a, chances, b))
                .atMost(1e-12, "the library misses none by more than 1e-15");
    }

    private static double worst(double[][] a, Vector x, Vector b) {
        double worst = 0;
        for (int r = 0; r < a.length; r++) {
            double left = -b.get(r);
            for (int c = 0; c < a.length; c++) {
                left += a[r][c] * x.get(c);
            }
            worst = Math.max(worst, Math.abs(left));
        }
        return worst;
    }
}
