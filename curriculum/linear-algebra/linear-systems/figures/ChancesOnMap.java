package gradus.figures.linear_systems;

import gradus.ml.linalg.Lu;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.proctor.data.CsvTable;
import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// 305 airports of the United States, and from which of them random flights reach one airport before another.
public final class ChancesOnMap implements Figure {

    private static final String ENDS = "the trip ends there";
    private static final String NO_EQUATION = "no equation says anything";
    private static final double WEST = -127;
    private static final double EAST = -65;
    private static final double SOUTH = 23;
    private static final double NORTH = 50;

    @Override
    public List<Control> controls() {
        return List.of(
                new Control.Select(
                        "first",
                        "blue",
                        List.of("LAX Los Angeles", "SFO San Francisco", "SEA Seattle", "DEN Denver", "HNL Honolulu"),
                        "LAX Los Angeles"),
                new Control.Select(
                        "second",
                        "orange",
                        List.of("JFK New York", "BOS Boston", "ATL Atlanta", "MIA Miami", "ORD Chicago"),
                        "JFK New York"),
                new Control.Select("ends", "where no flight leaves", List.of(ENDS, NO_EQUATION), ENDS));
    }

    @Override
    public Picture draw(ControlValues values) {
        String first = values.selected("first").substring(0, 3);
        String second = values.selected("second").substring(0, 3);
        String firstName = values.selected("first").substring(4);
        String secondName = values.selected("second").substring(4);
        boolean ends = values.selected("ends").equals(ENDS);

        CsvTable table = CsvTable.read("us-flights");
        List<String> origins = table.stringColumn("origin");
        List<String> destinations = table.stringColumn("destination");
        double[][] counts = table.numericColumns("count");
        var codes = new TreeSet<>(origins);
        codes.addAll(destinations);
        List<String> airports = List.copyOf(codes);
        Map<String, Integer> index = new HashMap<>();
        airports.forEach(code -> index.put(code, index.size()));
        double[] departures = new double[airports.size()];
        for (int i = 0; i < counts.length; i++) {
            departures[index.get(origins.get(i))] += counts[i][0];
        }
        double[][] a = new double[airports.size()][airports.size()];
        for (int r = 0; r < a.length; r++) {
            a[r][r] = departures[r] > 0 || ends ? 1 : 0;
        }
        for (int i = 0; i < counts.length; i++) {
            String origin = origins.get(i);
            if (!origin.equals(first) && !origin.equals(second)) {
                int from = index.get(origin);
                a[from][index.get(destinations.get(i))] -= counts[i][0] / departures[from];
            }
        }
        Lu lu = Lu.of(Matrix.of(a));
        Plot plot =
                Plot.of(WEST, EAST, SOUTH, NORTH).size(572, 400).axes("longitude, in degrees", "latitude, in degrees");
        if (lu.isSingular()) {
            String two = "Singular: two airports, CYS and OGD, have";
            String more = "arrivals only, and nothing says more.";
            return plot.text(WEST, NORTH, 12, 24, "start", two, "ink")
                    .text(WEST, NORTH, 12, 44, "start", more, "ink")
                    .picture(two + " " + more);
        }
        Vector x = lu.solve(Vector.from(a.length, r -> airports.get(r).equals(first) ? 1 : 0));
        int nearer = 0;
        for (List<String> row : CsvTable.read("us-airports", "us-airports.csv").rows()) {
            Integer at = index.get(row.getFirst());
            if (at != null) {
                nearer += x.get(at) > 0.5 ? 1 : 0;
                airport(plot, row, x.get(at));
            }
        }
        String question = "Chance of " + firstName + " before " + secondName + ":";
        String chances = "";
        for (String code : List.of("HNL", "DEN", "BOS")) {
            chances += code + " " + Math.round(100 * x.get(index.get(code))) + " %, ";
        }
        chances += "ANC " + Math.round(100 * x.get(index.get("ANC"))) + " %";
        plot.text(WEST, NORTH, 8, 18, "start", question, "ink").text(WEST, NORTH, 8, 38, "start", chances, "ink");
        return plot.picture(
                question + " " + chances + ". More likely " + firstName + " first: " + nearer + " airports.");
    }

    /// A dot whose colour says which is likelier first, and whose size says how clearly.
    private static void airport(Plot plot, List<String> row, double chance) {
        double longitude = Double.parseDouble(row.getLast());
        double latitude = Double.parseDouble(row.get(row.size() - 2));
        if (longitude > WEST && longitude < EAST && latitude > SOUTH && latitude < NORTH) {
            plot.dot(longitude, latitude, 2.5 + 16 * Math.abs(chance - 0.5), chance > 0.5 ? "s1" : "s2");
        }
    }
}
