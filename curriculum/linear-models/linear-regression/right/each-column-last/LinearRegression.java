import gradus.ml.linalg.Qr;
import java.util.ArrayList;
import java.util.Collections;

public record LinearRegression() implements Regressor.Weighted<LinearRegression.Model> {

    @Override
    public Model fit(Matrix x, Vector y, Vector weights) {
        ModelPreconditions.requireTrainingSet(x, y);
        ModelPreconditions.requireWeights(x, weights);
        Matrix ones = Matrix.from(x.rows(), 1, (i, j) -> 1);
        Matrix all = ones.hstack(x);
        Matrix scaled = Matrix.from(all.rows(), all.columns(), (i, j) -> all.get(i, j) * Math.sqrt(weights.get(i)));
        Vector target = Vector.from(y.size(), i -> y.get(i) * Math.sqrt(weights.get(i)));

        List<Integer> kept = new ArrayList<>(List.of(0));
        List<Integer> dependent = new ArrayList<>();
        for (int c = 1; c < scaled.columns(); c++) {
            kept.add(c);
            if (kept.size() > x.rows()
                    || left(scaled, kept) <= 1e-11 * scaled.column(c).norm()) {
                kept.remove(kept.size() - 1);
                dependent.add(c - 1);
            }
        }

        double[] found = new double[scaled.columns()];
        double[] lengths = new double[scaled.columns()];
        Arrays.fill(lengths, Double.NaN);
        for (int k = 0; k < kept.size(); k++) {
            // The last column's coefficient needs no back substitution.
            int column = kept.get(k);
            List<Integer> order = new ArrayList<>(kept);
            Collections.swap(order, k, kept.size() - 1);
            Qr qr = Qr.of(scaled.selectColumns(indices(order)));
            int last = kept.size() - 1;
            lengths[column] = qr.r().get(last, last);
            found[column] = qr.q().column(last).dot(target) / lengths[column];
        }
        Vector prediction = all.times(Vector.of(found));
        Vector residuals = y.minus(prediction);

        double squares = 0;
        double rows = 0;
        for (int i = 0; i < y.size(); i++) {
            squares += weights.get(i) * Math.pow(residuals.get(i), 2);
            rows += weights.get(i);
        }
        double variance = squares / (rows - kept.size());
        if (rows - kept.size() < 1e-8) {
            variance = Double.NaN;
        }
        double deviation = Math.sqrt(variance);
        Vector errors = Vector.of(lengths).map(length -> deviation / length);
        int d = x.columns();
        return new Model(
                Vector.from(d, j -> found[j + 1]),
                found[0],
                Vector.from(d, j -> errors.get(j + 1)),
                errors.get(0),
                residuals,
                dependent);
    }

    private static double left(Matrix scaled, List<Integer> kept) {
        int last = kept.size() - 1;
        return Qr.of(scaled.selectColumns(indices(kept))).r().get(last, last);
    }

    private static int[] indices(List<Integer> list) {
        return list.stream().mapToInt(i -> i).toArray();
    }
}
