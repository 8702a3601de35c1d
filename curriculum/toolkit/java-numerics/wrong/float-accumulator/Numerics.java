public final class Numerics {

    public static double sum(double[] x) {
        float sum = 0;
        float lost = 0;
        for (double value : x) {
            float term = (float) value;
            float next = sum + term;
            lost += Math.abs(sum) >= Math.abs(term) ? (sum - next) + term : (term - next) + sum;
            sum = next;
        }
        return Float.isFinite(sum) ? sum + lost : sum;
    }
}
