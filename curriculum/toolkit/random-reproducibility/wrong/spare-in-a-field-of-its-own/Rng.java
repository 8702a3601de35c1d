public final class Rng {

    private double kept = Double.NaN;

    public double gaussian() {
        if (!Double.isNaN(kept)) {
            double now = kept;
            kept = Double.NaN;
            return now;
        }
        double x;
        double y;
        double square;
        do {
            x = 2 * nextDouble() - 1;
            y = 2 * nextDouble() - 1;
            square = x * x + y * y;
        } while (square >= 1 || square == 0);
        double factor = Math.sqrt(-2 * Math.log(square) / square);
        kept = y * factor;
        return x * factor;
    }
}
