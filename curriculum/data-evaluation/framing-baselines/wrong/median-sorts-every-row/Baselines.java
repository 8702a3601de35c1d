import java.util.Arrays;

class Baselines {

    public static Vector median(Vector targets, int from) {
        requireBothParts(from, targets.size());
        double[] sorted = targets.toArray();
        Arrays.sort(sorted);
        return constant((sorted[(from - 1) / 2] + sorted[from / 2]) / 2, targets.size() - from);
    }
}
