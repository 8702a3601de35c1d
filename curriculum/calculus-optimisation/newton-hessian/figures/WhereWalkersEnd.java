package gradus.figures.newton_hessian;

import gradus.ml.calculus.NumericalHessian;
import gradus.ml.linalg.Vector;
import gradus.ml.optimise.Newton;
import gradus.ml.optimise.Objective;
import gradus.ml.optimise.OptimisationResult;
import gradus.ml.optimise.StoppingCriterion;
import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import java.util.List;

/// Starts on a grid, each coloured by the kind of critical point where Newton's method ends.
public final class WhereWalkersEnd implements Figure {

    private static final int CELLS = 33;
    private static final String HILLS = "hills: cos x + cos y";
    private static final String TWO_HOLLOWS = "two hollows and a pass";
    private static final String UNDAMPED = "undamped";
    private static final String DAMPED = "damped";

    @Override
    public List<Control> controls() {
        return List.of(
                new Control.Select("land", "landscape", List.of(HILLS, TWO_HOLLOWS), HILLS),
                new Control.Select("method", "Newton's method", List.of(UNDAMPED, DAMPED), UNDAMPED),
                new Control.Slider("zoom", "half the width of the map", 0.5, 6, 0.5, 4));
    }

    @Override
    public Picture draw(ControlValues controlValues) {
        boolean hills = controlValues.selected("land").equals(HILLS);
        boolean damped = controlValues.selected("method").equals(DAMPED);
        double wide = controlValues.number("zoom");
        Objective land = hills ? hills() : twoHollows();
        Newton newton = new Newton(damped, new StoppingCriterion(1e-5, 60));
        Plot plot = Plot.of(-wide, wide, -wide, 1.24 * wide).size(560, 620).axes("x of the start", "y of the start");
        int[] counts = new int[4];
        double cell = 2 * wide / CELLS;
        for (int i = 0; i < CELLS; i++) {
            for (int j = 0; j < CELLS; j++) {
                double x = -wide + i * cell;
                double y = -wide + j * cell;
                int kind = kind(land, newton.minimise(land, Vector.of(x + cell / 2, y + cell / 2)));
                counts[kind]++;
                plot.rectangle(x, y, x + cell, y + cell, new String[] {"s1", "s2", "s3", "muted"}[kind]);
            }
        }
        String[] names = {"minimum", "saddle point", "maximum", "elsewhere"};
        String said = "";
        for (int kind = 0; kind < 4; kind++) {
            double at = -wide + 2 * wide * (0.02 + 0.24 * kind);
            plot.dot(at, 1.12 * wide, 6, new String[] {"s1", "s2", "s3", "muted"}[kind]);
            String share = Math.round(100.0 * counts[kind] / (CELLS * CELLS)) + " %";
            plot.text(at, 1.12 * wide, 10, -2, "start", names[kind], "ink");
            plot.text(at, 1.12 * wide, 10, 16, "start", share, "ink");
            said += (kind == 0 ? "" : ", ") + names[kind] + " " + share;
        }
        return plot.picture((damped ? DAMPED : UNDAMPED) + " Newton on " + (hills ? HILLS : TWO_HOLLOWS)
                + ", where the starts end: " + said + ".");
    }

    private static int kind(Objective land, OptimisationResult result) {
        if (!result.converged()) {
            return 3;
        }
        return switch (NumericalHessian.classify(land.hessian(result.lastPoint()))) {
            case MINIMUM -> 0;
            case SADDLE -> 1;
            case MAXIMUM -> 2;
            case DEGENERATE -> 3;
        };
    }

    private static Objective hills() {
        return Objective.of(
                p -> Math.cos(p.get(0)) + Math.cos(p.get(1)), p -> Vector.of(-Math.sin(p.get(0)), -Math.sin(p.get(1))));
    }

    private static Objective twoHollows() {
        return Objective.of(
                p -> {
                    double x = p.get(0);
                    return Math.pow(x + p.get(1), 2) + x * x * x * x - 2 * x * x;
                },
                p -> {
                    double x = p.get(0);
                    double y = p.get(1);
                    return Vector.of(4 * x * x * x - 2 * x + 2 * y, 2 * x + 2 * y);
                });
    }
}
