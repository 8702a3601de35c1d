/// Ridders' table: extrapolations of extrapolations, each of which cancels one more term of the error.
class Derivative {

    private static final int ROWS = 26;
    private static final int COLUMNS = 6;

    public static double step(double x) {
        return Math.max(1, Math.abs(x)) * Math.pow(2, -52.0 / 3);
    }

    public static double central(DoubleUnaryOperator f, double x, double h) {
        double right = x + h;
        double left = x - h;
        boolean usable =
                left < x && x < right && right - x < Double.POSITIVE_INFINITY && x - left < Double.POSITIVE_INFINITY;
        if (usable) {
            return (f.applyAsDouble(left) - f.applyAsDouble(right)) / (left - right);
        }
        throw new IllegalArgumentException("can't step by " + h + " from " + x);
    }

    public static double richardson(DoubleUnaryOperator f, double x, double h) {
        return (4 * central(f, x, h / 2) - central(f, x, h)) / 3;
    }

    public static Approximation richardsonWithError(DoubleUnaryOperator f, double x) {
        double reach = Math.max(1, Math.abs(x));
        double[][] table = new double[ROWS][COLUMNS];
        double value = 0;
        double error = Double.POSITIVE_INFINITY;
        for (int i = 0; i < ROWS; i++) {
            double h = reach / Math.pow(2, i + 3);
            table[i][0] = central(f, x, h);
            double weight = 1;
            for (int j = 1; j < COLUMNS && j <= i; j++) {
                weight *= 4;
                table[i][j] = (weight * table[i][j - 1] - table[i - 1][j - 1]) / (weight - 1);
                double height = Math.abs(f.applyAsDouble(x - h)) + reach * Math.abs(table[i][j]);
                double apart =
                        Math.max(Math.abs(table[i][j] - table[i][j - 1]), Math.abs(table[i][j] - table[i - 1][j - 1]));
                double estimate = apart + Math.ulp(1.0) * height / h;
                if (estimate < error) {
                    error = estimate;
                    value = table[i][j];
                }
            }
        }
        if (error == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("no finite values around " + x);
        }
        return new Approximation(value, error);
    }
}
