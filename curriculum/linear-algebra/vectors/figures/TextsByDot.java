package gradus.figures.vectors;

import gradus.ml.linalg.Vector;
import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import java.util.List;
import java.util.Locale;

/// Which text has the larger dot product with the note? The longer one, if it's long enough.
public final class TextsByDot implements Figure {

    @Override
    public List<Control> controls() {
        return Archive.controls();
    }

    @Override
    public Picture draw(ControlValues controlValues) {
        Archive archive = Archive.of(controlValues);
        Plot plot = Archive.plot();
        archive.arrows(plot);
        double withReport = archive.note().dot(archive.report());
        double withRecipe = archive.note().dot(archive.recipe());
        List<String> said = List.of(
                "note · report = " + Archive.number(withReport, 1),
                "note · recipe = " + Archive.number(withRecipe, 1),
                withReport == withRecipe ? "a tie" : "larger: the " + (withReport > withRecipe ? "report" : "recipe"));
        Archive.write(plot, said);
        return plot.picture(archive.described() + ": " + String.join(", ", said) + ".");
    }

    /// The three texts of the lesson: how often they say "goal", to the right, and "oven", upwards. Report
    /// and recipe may be pasted several times.
    record Archive(Vector note, Vector report, Vector recipe) {

        private static final double MOST = 26;

        static List<Control> controls() {
            return List.of(
                    new Control.Handle("note", "tip of the note", 4, 3, 0.5),
                    new Control.Slider("reports", "how often the report is pasted", 1, 2, 1, 1),
                    new Control.Slider("recipes", "how often the recipe is pasted", 1, 5, 1, 1));
        }

        static Archive of(ControlValues controlValues) {
            double[] tip = controlValues.point("note");
            return new Archive(
                    Vector.of(halves(tip[0]), halves(tip[1])),
                    Vector.of(12, 5).times(Math.rint(controlValues.number("reports"))),
                    Vector.of(0, 5).times(Math.rint(controlValues.number("recipes"))));
        }

        /// One unit is equally long in both directions, so a right angle looks like one.
        static Plot plot() {
            return Plot.of(0, MOST, 0, MOST).size(472, 460).axes("\"goal\"", "\"oven\"");
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

        /// Writes the lines in the corner that no arrow reaches.
        static void write(Plot plot, List<String> lines) {
            for (int i = 0; i < lines.size(); i++) {
                plot.text(MOST, MOST, -10, 22 + 20 * i, "end", lines.get(i), "ink");
            }
        }

        private static void arrow(Plot plot, Vector tip, String name, String style) {
            plot.arrow(0, 0, tip.get(0), tip.get(1), style);
            boolean far = tip.get(0) > MOST - 6;
            plot.text(tip.get(0), tip.get(1), far ? -10 : 12, far ? -12 : 4, far ? "end" : "start", name, "ink");
        }

        private static double halves(double value) {
            return Math.rint(2 * Math.clamp(value, 0, MOST - 2)) / 2;
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
