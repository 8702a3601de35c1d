public final class Numerics {

    public static double sum(double[] x) {
        double sum = 0;
        double lost = 0;
        for (double value : x) {
            double next = sum + value;
            lost += sum >= value ? (sum - next) + value : (value - next) + sum;
            sum = next;
        }
        return Double.isFinite(sum) ? sum + lost : sum;
    }
}
