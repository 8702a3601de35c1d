import java.util.Arrays;

class Baselines {

    public static Vector median(Vector targets, int from) {
        requireBothParts(from, targets.size());
        double[] sorted = targets.toArray();
        Arrays.sort(sorted);
        int n = sorted.length;
        return constant((sorted[(n - 1) / 2] + sorted[n / 2]) / 2, n - from);
    }
}
