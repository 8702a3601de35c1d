package gradus.ml.classic;

import gradus.ml.linalg.PowerOfTwoScaling;
import gradus.ml.linalg.Vector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Ridge regression for fewer columns than rows. It is ordinary least squares with one more row for each
/// column, which holds √penalty for that column, 0 for the others and 0 as the target.
///
/// The features enter by their coordinates in a [ColumnBasis], in their own scale each, so columns of very
/// different size keep their digits.
///
/// **Dependent columns.** If √penalty is too small beside a dependent column to be seen in `double`, the
/// column is left out. Its combination with the columns it depends on changes no prediction, so the weights
/// are then moved along all such combinations to their smallest norm, the limit for a penalty that tends to
/// 0.
final class RidgeByColumns {

    /// Below this share of a column, the penalty's square is within rounding error of the column's.
    private static final double VISIBLE = Math.sqrt(CentredColumn.EPSILON);

    /// The largest relative change of the predictions that is taken for rounding.
    private static final double UNCHANGED = 1e-10;

    private final List<CentredColumn> columns;
    private final ColumnBasis basis;
    private final List<Integer> independent;
    private final int targetExponent;
    private final double[] targetCoordinates;

    /// Orthogonalises the columns: O(n·d²).
    RidgeByColumns(Centred centred, CentredColumn target) {
        columns = centred.columns();
        basis = ColumnBasis.of(centred, target.values().length);
        independent = basis.independent();
        targetExponent = target.exponent();
        targetCoordinates = basis.project(target.values().clone());
    }

    /// The coefficients for this penalty, which is above 0. O(d³).
    Vector coefficients(double penalty) {
        List<Integer> kept = new ArrayList<>();
        List<Integer> left = new ArrayList<>();
        for (int j = 0; j < columns.size(); j++) {
            double size = CentredColumn.norm(basis.coordinates(j));
            boolean visible = damping(j, penalty) > VISIBLE * size;
            if (size > 0) {
                (independent.contains(j) || visible ? kept : left).add(j);
            }
        }
        Weights weights = solve(kept, penalty);
        if (!left.isEmpty()) {
            weights = shortened(weights.plain(), left);
        }
        Weights found = weights;
        return Vector.from(
                columns.size(), j -> Math.scalb(found.values[j], found.exponents[j] + targetExponent - exponent(j)));
    }

    /// Weights of the scaled columns, `values[j]·2^exponents[j]`: a dominant penalty can make them smaller
    /// than any `double`.
    private record Weights(double[] values, int[] exponents) {

        double[] plain() {
            double[] plain = new double[values.length];
            Arrays.setAll(plain, j -> Math.scalb(values[j], exponents[j]));
            return plain;
        }
    }

    /// Least squares with the additional rows.
    private Weights solve(List<Integer> kept, double penalty) {
        int rank = independent.size();
        // One row more, because the columns of a basis have the sum 0 elsewhere.
        int rows = rank + kept.size() + 1;
        var augmented = new ColumnBasis(rows, kept.size());
        int[] exponents = new int[columns.size()];
        for (int i = 0; i < kept.size(); i++) {
            double[] column = new double[rows];
            System.arraycopy(basis.coordinates(kept.get(i)), 0, column, 0, rank);
            column[rank + i] = Math.min(Double.MAX_VALUE, damping(kept.get(i), penalty));
            exponents[kept.get(i)] = -PowerOfTwoScaling.normalise(column);
            augmented.add(new CentredColumn(column, 0, 0, 0, 0));
        }
        double[] target = new double[rows];
        System.arraycopy(targetCoordinates, 0, target, 0, rank);
        double[] solution = augmented.coefficients(augmented.project(target));
        double[] values = new double[columns.size()];
        for (int i = 0; i < solution.length; i++) {
            values[kept.get(augmented.independent().get(i))] = solution[i];
        }
        return new Weights(values, exponents);
    }

    /// The weights of the smallest norm, in the units of the features, that give the same predictions. If the
    /// columns differ so much in size that rounding would change the predictions, the weights as they are.
    private Weights shortened(double[] weights, List<Integer> dependent) {
        int d = weights.length;
        var combinations = new ColumnBasis(d + 1, dependent.size());
        for (int j : dependent) {
            double[] combination = new double[d + 1];
            double[] parts = basis.coefficients(basis.coordinates(j));
            combination[j] = 1;
            for (int i = 0; i < parts.length; i++) {
                combination[independent.get(i)] = -Math.scalb(parts[i], exponent(j) - exponent(independent.get(i)));
            }
            PowerOfTwoScaling.normalise(combination);
            combinations.add(new CentredColumn(combination, 0, 0, 0, 0));
        }
        double[] inUnits = new double[d + 1];
        for (int j = 0; j < d; j++) {
            inUnits[j] = Math.scalb(weights[j], -exponent(j));
        }
        int shift = PowerOfTwoScaling.normalise(inUnits);
        combinations.project(inUnits);
        double[] shorter = new double[d];
        for (int j = 0; j < d; j++) {
            shorter[j] = Math.scalb(inUnits[j], shift + exponent(j));
        }
        return new Weights(predictsTheSame(shorter, weights) ? shorter : weights, new int[d]);
    }

    private boolean predictsTheSame(double[] weights, double[] others) {
        double[] differences = new double[independent.size()];
        double[] predictions = new double[independent.size()];
        for (int j = 0; j < weights.length; j++) {
            double[] coordinates = basis.coordinates(j);
            for (int i = 0; i < differences.length; i++) {
                differences[i] += (weights[j] - others[j]) * coordinates[i];
                predictions[i] += others[j] * coordinates[i];
            }
        }
        return CentredColumn.norm(differences) <= UNCHANGED * CentredColumn.norm(predictions);
    }

    private double damping(int column, double penalty) {
        return Math.scalb(Math.sqrt(penalty), -exponent(column));
    }

    private int exponent(int column) {
        return columns.get(column).exponent();
    }
}
