package gradus.figures.matrices;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import java.util.List;

/// A letter F under two maps, in both orders.
public final class TwoMaps implements Figure {

    private static final List<String> MAPS = List.of("turn", "widen", "shear", "mirror", "flatten");

    /// The corners of the letter, one in each column, drawn without lifting the pen.
    private static final Matrix LETTER =
            Matrix.of(new double[] {0, 0, 1, 0, 0, 0.75}, new double[] {0, 1.75, 1.75, 1.75, 1, 1});

    @Override
    public List<Control> controls() {
        return List.of(new Control.Select("a", "map A", MAPS, "turn"), new Control.Select("b", "map B", MAPS, "widen"));
    }

    @Override
    public Picture draw(ControlValues values) {
        String a = values.selected("a");
        String b = values.selected("b");
        Matrix first = matrix(a).times(matrix(b));
        Matrix second = matrix(b).times(matrix(a));
        String same = first.equals(second) ? "Both orders are the same map." : "The two orders are different maps.";
        return Plot.sideBySide(
                "A·B, first " + b + ", then " + a + ": " + first + ". B·A, first " + a + ", then " + b + ": " + second
                        + ". " + same,
                plot(first, "A·B: " + b + ", then " + a),
                plot(second, "B·A: " + a + ", then " + b));
    }

    private static Plot plot(Matrix map, String title) {
        // One unit is equally long in both directions.
        Plot plot = Plot.of(-4.5, 4.5, -4.5, 4.5).size(372, 360).axes("first component", "second component");
        letter(plot, LETTER, "muted");
        letter(plot, map.times(LETTER), "s1");
        return plot.text(-4.5, 4.5, 10, 20, "start", title, "ink")
                .text(-4.5, 4.5, 10, 40, "start", "matrix " + map, "ink");
    }

    private static void letter(Plot plot, Matrix corners, String style) {
        plot.line(corners.row(0).toArray(), corners.row(1).toArray(), style);
        Vector start = corners.column(0);
        plot.dot(start.get(0), start.get(1), 4, style);
    }

    private static Matrix matrix(String map) {
        return switch (map) {
            case "turn" -> Matrix.of(new double[] {0, -1}, new double[] {1, 0});
            case "widen" -> Matrix.of(new double[] {2, 0}, new double[] {0, 1});
            case "shear" -> Matrix.of(new double[] {1, 1}, new double[] {0, 1});
            case "mirror" -> Matrix.of(new double[] {-1, 0}, new double[] {0, 1});
            default -> Matrix.of(new double[] {1, 0}, new double[] {0, 0});
        };
    }
}
