package gradus.checks.eigen;

import static gradus.proctor.assertions.Expect.calling;

import gradus.ml.linalg.PageRank;
import gradus.ml.linalg.Vector;
import gradus.proctor.assertions.Clause;
import gradus.proctor.assertions.Metric;
import gradus.proctor.data.CsvTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Real routes: 305 airports of the United States in 2008.
class EigenFlightsChecks {

    private static final double DAMPING = 0.85;

    @Test
    @DisplayName("a traveller who takes random flights is in Atlanta most often, on 36 of 1,000 days")
    @Clause({"ranks", "sum", "dangling", "accuracy"})
    void lostTraveller() {
        CsvTable table = CsvTable.read("us-flights");
        List<String> origins = table.stringColumn("origin");
        List<String> destinations = table.stringColumn("destination");
        var codes = new TreeSet<>(origins);
        codes.addAll(destinations);
        List<String> airports = List.copyOf(codes);
        int n = airports.size();
        List<List<Integer>> routes = new ArrayList<>();
        airports.forEach(_ -> routes.add(new ArrayList<>()));
        int[] arrivals = new int[n];
        for (int i = 0; i < origins.size(); i++) {
            int to = airports.indexOf(destinations.get(i));
            routes.get(airports.indexOf(origins.get(i))).add(to);
            arrivals[to]++;
        }
        int[][] links = routes.stream()
                .map(targets -> targets.stream().mapToInt(target -> target).toArray())
                .toArray(int[][]::new);

        Vector ranks = calling(
                        "new PageRank(0.85, 1e-6).rank(5,366 routes between 305 airports)",
                        () -> new PageRank(DAMPING, 1e-6).rank(links))
                .result();
        calling(
                        "the five airports with the largest ranks",
                        () -> IntStream.range(0, n)
                                .boxed()
                                .sorted(Comparator.comparingDouble(i -> -ranks.get(i)))
                                .limit(5)
                                .map(airports::get)
                                .toList()
                                .toString())
                .gives("[ATL, DFW, ORD, MSP, SLC]", "Atlanta, Dallas, Chicago, Minneapolis, Salt Lake City");
        int saltLakeCity = airports.indexOf("SLC");
        Metric.of(
                        "days of 1,000 that a lost traveller spends in Atlanta",
                        () -> 1000 * ranks.get(airports.indexOf("ATL")))
                .recorded();
        Metric.of(
                        "airports where more routes arrive than in Salt Lake City, though your ranks put it fifth",
                        () -> (double) IntStream.of(arrivals)
                                .filter(count -> count > arrivals[saltLakeCity])
                                .count())
                .recorded();
        Metric.of("by how much one more day changes the ranks, in total", () -> change(links, ranks.toArray()))
                .atMost(1e-6, "the tolerance is 1e-6, and each step changes less than the one before");
    }

    private static double change(int[][] links, double[] ranks) {
        double[] next = new double[ranks.length];
        double everywhere = 0;
        for (int page = 0; page < ranks.length; page++) {
            double followed = links[page].length == 0 ? 0 : DAMPING * ranks[page];
            for (int target : links[page]) {
                next[target] += followed / links[page].length;
            }
            everywhere += ranks[page] - followed;
        }
        double change = 0;
        for (int page = 0; page < ranks.length; page++) {
            change += Math.abs(next[page] + everywhere / ranks.length - ranks[page]);
        }
        return change;
    }
}
