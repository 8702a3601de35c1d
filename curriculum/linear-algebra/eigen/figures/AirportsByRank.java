package gradus.figures.eigen;

import gradus.ml.linalg.PageRank;
import gradus.ml.linalg.Vector;
import gradus.proctor.data.CsvTable;
import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// The airports of the United States, each as large as its PageRank, and the ten first.
public final class AirportsByRank implements Figure {

    private static final String NONE = "none";
    private static final String DEPARTURES = "from departures to arrivals";
    private static final double WEST = -175;
    private static final double EAST = -62;
    private static final double SOUTH = 15;
    private static final double NORTH = 74;

    @Override
    public List<Control> controls() {
        return List.of(
                new Control.Slider("damping", "damping factor", 0, 0.99, 0.01, 0.85),
                new Control.Select(
                        "closed",
                        "closed airport",
                        List.of(NONE, "ATL Atlanta", "ANC Anchorage", "SLC Salt Lake City", "DEN Denver"),
                        NONE),
                new Control.Select("way", "links", List.of(DEPARTURES, "the other way round"), DEPARTURES));
    }

    @Override
    public Picture draw(ControlValues values) {
        CsvTable table = CsvTable.read("us-flights");
        List<String> origins = table.stringColumn("origin");
        List<String> destinations = table.stringColumn("destination");
        boolean forwards = values.selected("way").equals(DEPARTURES);
        String closed = values.selected("closed");
        var codes = new TreeSet<>(origins);
        codes.addAll(destinations);
        List<String> airports = List.copyOf(codes);
        Map<String, Integer> index = new HashMap<>();
        airports.forEach(code -> index.put(code, index.size()));
        List<List<Integer>> routes = new ArrayList<>();
        airports.forEach(_ -> routes.add(new ArrayList<>()));
        for (int i = 0; i < origins.size(); i++) {
            String from = forwards ? origins.get(i) : destinations.get(i);
            String to = forwards ? destinations.get(i) : origins.get(i);
            if (!closed.startsWith(from) && !closed.startsWith(to)) {
                routes.get(index.get(from)).add(index.get(to));
            }
        }
        int[][] links = routes.stream()
                .map(targets -> targets.stream().mapToInt(target -> target).toArray())
                .toArray(int[][]::new);
        Vector ranks = new PageRank(values.number("damping"), 1e-6).rank(links);

        Plot plot =
                Plot.of(WEST, EAST, SOUTH, NORTH).size(640, 420).axes("longitude, in degrees", "latitude, in degrees");
        for (List<String> row : CsvTable.read("us-airports", "us-airports.csv").rows()) {
            Integer at = index.get(row.getFirst());
            if (at != null) {
                airport(plot, row, ranks.get(at));
            }
        }
        List<Integer> first = IntStream.range(0, airports.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -ranks.get(i)))
                .limit(10)
                .toList();
        var said = new ArrayList<String>();
        for (int i = 0; i < first.size(); i++) {
            String percent = String.format(Locale.ROOT, "%.1f %%", 100 * ranks.get(first.get(i)));
            String line = (i + 1) + ". " + airports.get(first.get(i)) + " " + percent;
            said.add(line);
            plot.text(WEST, 50, i < 5 ? 24 : 144, 20 + 20 * (i % 5), "start", line, "ink");
        }
        return plot.picture("The ten airports with the largest ranks: " + String.join(", ", said) + ".");
    }

    private static void airport(Plot plot, List<String> row, double rank) {
        double longitude = Double.parseDouble(row.getLast());
        double latitude = Double.parseDouble(row.get(row.size() - 2));
        if (longitude > WEST && longitude < EAST && latitude > SOUTH && latitude < NORTH) {
            plot.dot(longitude, latitude, 45 * Math.sqrt(rank), "s1");
        }
    }
}
