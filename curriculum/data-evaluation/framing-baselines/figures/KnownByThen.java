package gradus.figures.framing_baselines;

import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import java.util.ArrayList;
import java.util.List;

/// When each column of a table becomes known, and which of them a forecast may use.
public final class KnownByThen implements Figure {

    private static final double FIRST = -15;
    private static final double LAST = 7;

    /// @param day when it's known, counted from the day that is predicted
    private record Column(String name, int day) {}

    private static final List<Column> COLUMNS = List.of(
            new Column("day of the week", -15),
            new Column("public holiday or not", -15),
            new Column("births, 14 days before", -14),
            new Column("births, 7 days before", -7),
            new Column("births, the day before", -1),
            new Column("women in labour that morning", 0),
            new Column("bills for that day's births", 5));

    @Override
    public List<Control> controls() {
        return List.of(new Control.Slider("horizon", "days ahead that the roster is made", 0, 14, 1, 7));
    }

    @Override
    public Picture draw(ControlValues controlValues) {
        int horizon = (int) Math.rint(controlValues.number("horizon"));
        Plot plot = Plot.of(FIRST, LAST, 0, COLUMNS.size() + 0.7).size(572, 400);
        for (int day : new int[] {-14, -7, 0}) {
            plot.segment(day, 0, day, COLUMNS.size() + 0.7, "grid");
            plot.text(day, 0, 0, 18, "middle", day == 0 ? "the day" : -day + " days before", "muted");
        }
        plot.rectangle(FIRST, 0, -horizon, COLUMNS.size() + 0.7, "soft");
        plot.segment(-horizon, 0, -horizon, COLUMNS.size() + 0.7, "s1");
        plot.text(
                -horizon,
                COLUMNS.size() + 0.7,
                horizon < 8 ? -8 : 8,
                14,
                horizon < 8 ? "end" : "start",
                "the roster is made",
                "ink");
        var usable = new ArrayList<String>();
        var leaks = new ArrayList<String>();
        for (int i = 0; i < COLUMNS.size(); i++) {
            Column column = COLUMNS.get(i);
            double y = COLUMNS.size() - i - 0.75;
            boolean known = column.day() <= -horizon;
            (known ? usable : leaks).add(column.name());
            plot.segment(column.day(), y, LAST, y, known ? "s1" : "s2");
            plot.dot(column.day(), y, 5, known ? "s1" : "s2");
            String name = known ? column.name() : column.name() + ": a leak";
            if (column.day() < -4) {
                plot.text(column.day(), y, 4, -7, "start", name, known ? "ink" : "muted");
            } else {
                plot.text(LAST, y, 0, -7, "end", name, known ? "ink" : "muted");
            }
        }
        return plot.picture("The roster is made " + horizon + " days ahead. Known by then: " + String.join(", ", usable)
                + ". Not known yet: " + String.join(", ", leaks) + ".");
    }
}
