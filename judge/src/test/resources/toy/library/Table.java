package gradus.ml.toy;

import java.util.Random;

/// A toy part whose results are arrays and tables.
public final class Table {

    private Table() {}

    public static double[] means(double[][] rows) {
        double[] means = new double[rows[0].length];
        for (double[] row : rows) {
            for (int j = 0; j < row.length; j++) {
                means[j] += row[j] / rows.length;
            }
        }
        return means;
    }

    public static double[] logs(double[] x) {
        double[] logs = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            logs[i] = Math.log(x[i]);
        }
        return logs;
    }

    public static double[] roots(double[] x) {
        double[] roots = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            roots[i] = Math.sqrt(x[i]);
        }
        return roots;
    }

    public static double[][] doubled(double[][] rows) {
        double[][] doubled = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            doubled[i] = new double[rows[i].length];
            for (int j = 0; j < rows[i].length; j++) {
                doubled[i][j] = 2 * rows[i][j];
            }
        }
        return doubled;
    }

    public static double[] noise(long seed, int n) {
        return new Random(seed).doubles(n).toArray();
    }

    public static double total(double[] x) {
        double total = 0;
        for (double each : x) {
            total += each;
        }
        return total;
    }
}
