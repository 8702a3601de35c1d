public final class Rng {

    public double gaussian() {
        if (!Double.isNaN(spare)) {
            double kept = spare;
            spare = Double.NaN;
            return kept;
        }
        double x = 2 * nextDouble() - 1;
        double y = 2 * nextDouble() - 1;
        double square = Math.max(x * x + y * y, Double.MIN_NORMAL);
        double factor = Math.sqrt(Math.abs(-2 * Math.log(square)) / square);
        spare = y * factor;
        return x * factor;
    }
}
