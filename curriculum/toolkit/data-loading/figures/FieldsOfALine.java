package gradus.figures.data_loading;

import gradus.ml.data.io.CsvRecords;
import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import java.util.List;

/// A line of the list of airports, cut at every comma or by the rules of CSV, beside the names of the columns.
public final class FieldsOfALine implements Figure {

    private static final List<String> NAMES =
            List.of("iata", "name", "city", "state", "country", "latitude", "longitude");
    private static final List<String> LINES = List.of(
            "35A,\"Union County, Troy Shelton\",Union,SC,USA,34.68680111,-81.64121167",
            "DBN,\"W. H. \"\"Bud\"\" Barron\",Dublin,GA,USA,32.56445806,-82.98525556",
            "N25,Westport,\"Westport, NY\",NY,USA,44.15838611,-73.43290444",
            "00M,Thigpen,Bay Springs,MS,USA,31.95376472,-89.23450472");
    private static final List<String> AIRPORTS =
            List.of("35A, Union County", "DBN, W. H. Barron", "N25, Westport", "00M, Thigpen");
    private static final String COMMAS = "at every comma";
    private static final String RULES = "by the rules, with your split";

    @Override
    public List<Control> controls() {
        return List.of(
                new Control.Select("line", "airport", AIRPORTS, AIRPORTS.getFirst()),
                new Control.Select("cut", "cut", List.of(COMMAS, RULES), COMMAS));
    }

    @Override
    public Picture draw(ControlValues values) {
        String line = LINES.get(AIRPORTS.indexOf(values.selected("line")));
        boolean rules = values.selected("cut").equals(RULES);
        List<String> fields = rules ? CsvRecords.split(line).getFirst() : List.of(line.split(",", -1));
        Plot plot = Plot.of(0, 500, 0, 10).size(572, 380);
        // Two rows of characters, so that the line can be read on a narrow screen.
        int half = line.indexOf(',', line.length() / 2) + 1;
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean between = quoted || c == '"';
            quoted ^= c == '"';
            double x = (i < half ? i : i - half) * 11.5;
            plot.text(x, i < half ? 9.7 : 9.0, 0, 0, "middle", "" + c, between ? "s2" : c == ',' ? "s1" : "ink");
        }
        for (int i = 0; i < Math.max(fields.size(), NAMES.size()); i++) {
            double y = 7.6 - i;
            String name = i < NAMES.size() ? NAMES.get(i) : "no column";
            plot.text(95, y, 0, 4, "end", name, i < NAMES.size() ? "muted" : "s2");
            if (i < fields.size()) {
                String style = fields.size() == NAMES.size() ? "r3" : i < NAMES.size() ? "r1" : "r2";
                plot.rectangle(110, y - 0.4, 400, y + 0.4, style);
                plot.text(118, y, 0, 4, "start", fields.get(i), "ink");
            }
        }
        return plot.picture((rules ? "Cut by the rules" : "Cut at every comma") + ", the line has " + fields.size()
                + " fields for 7 columns. The latitude is " + fields.get(5) + ", the longitude " + fields.get(6)
                + (fields.get(1).contains("\"") ? ". The name still has its quotes." : "."));
    }
}
