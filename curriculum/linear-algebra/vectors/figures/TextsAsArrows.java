package gradus.figures.vectors;

import gradus.ml.linalg.Vector;
import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import java.util.List;
import java.util.Locale;

/// Which text is nearest to the note by distance? The longer the note, the nearer the report.
public final class TextsAsArrows implements Figure {

    @Override
    public List<Control> controls() {
        return Archive.controls();
    }

    @Override
    public Picture draw(ControlValues controlValues) {
        Archive archive = Archive.of(controlValues);
        Plot plot = Archive.plot();
        gap(plot, archive.note(), archive.report());
        gap(plot, archive.note(), archive.recipe());
        archive.arrows(plot);
        double toReport = archive.note().distance(archive.report(), 2);
        double toRecipe = archive.note().distance(archive.recipe(), 2);
        List<String> said = List.of(
                "distance to the report: " + Archive.number(toReport, 2),
                "distance to the recipe: " + Archive.number(toRecipe, 2),
                toReport == toRecipe ? "a tie" : "nearer: the " + (toReport < toRecipe ? "report" : "recipe"));
        Archive.write(plot, said);
        return plot.picture(archive.described() + ": " + String.join(", ", said) + ".");
    }

    private static void gap(Plot plot, Vector from, Vector to) {
        plot.segment(from.get(0), from.get(1), to.get(0), to.get(1), "muted");
    }

    /// The three texts of the lesson: how often they say "goal", to the right, and "oven", upwards. Report
    /// and recipe may be pasted several times.
    record Archive(Vector note, Vector report, Vector recipe) {

        private static final double MOST = 26;
        private static final double HIGH = 12;

        static List<Control> controls() {
            return List.of(
                    new Control.Handle("note", "tip of the note", 4, 3, 0.5),
                    new Control.Slider("reports", "how often the report is pasted", 1, 2, 1, 1),
                    new Control.Slider("recipes", "how often the recipe is pasted", 1, 2, 1, 1));
        }

        static Archive of(ControlValues controlValues) {
            double[] tip = controlValues.point("note");
            return new Archive(
                    Vector.of(halves(tip[0], MOST - 2), halves(tip[1], HIGH - 1)),
                    Vector.of(12, 5).times(Math.rint(controlValues.number("reports"))),
                    Vector.of(0, 5).times(Math.rint(controlValues.number("recipes"))));
        }

        /// One unit is equally long in both directions, so a right angle looks like one.
        static Plot plot() {
            return Plot.of(0, MOST, 0, HIGH).size(592, 300).axes("\"goal\"", "\"oven\"");
        }

        void arrows(Plot plot) {
            arrow(plot, report, "report", "s2");
            arrow(plot, recipe, "recipe", "s3");
            arrow(plot, note, "note", "s1");
            plot.handle("note", "tip of the note", note.get(0), note.get(1), "s1");
        }

        String described() {
            return "note " + show(note) + ", report " + show(report) + ", recipe " + show(recipe);
        }

        /// Writes the lines where no arrow of a text ends.
        static void write(Plot plot, List<String> lines) {
            for (int i = 0; i < lines.size(); i++) {
                plot.text(5, HIGH, 0, 20 + 18 * i, "start", lines.get(i), "ink");
            }
        }

        private static void arrow(Plot plot, Vector tip, String name, String style) {
            plot.arrow(0, 0, tip.get(0), tip.get(1), style);
            boolean far = tip.get(0) > MOST - 6;
            plot.text(tip.get(0), tip.get(1), far ? -10 : 12, far ? -12 : 4, far ? "end" : "start", name, "ink");
        }

        private static double halves(double value, double most) {
            return Math.rint(2 * Math.clamp(value, 0, most)) / 2;
        }

        static String show(Vector vector) {
            return "(" + number(vector.get(0), 1) + ", " + number(vector.get(1), 1) + ")";
        }

        static String number(double value, int decimals) {
            String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
            return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
        }
    }
}
