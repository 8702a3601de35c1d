public final class Numerics {

    public static double sum(double[] x) {
        double sum = 0;
        double lost = 0;
        for (double value : x) {
            double corrected = value - lost;
            double next = sum + corrected;
            lost = (next - sum) - corrected;
            sum = next;
        }
        return sum;
    }
}
