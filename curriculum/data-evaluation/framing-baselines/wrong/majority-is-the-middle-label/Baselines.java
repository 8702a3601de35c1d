import java.util.Arrays;

class Baselines {

    public static int majority(int[] labels, int from) {
        requireBothParts(from, labels.length);
        int[] sorted = Arrays.copyOf(labels, from);
        Arrays.sort(sorted);
        return sorted[from / 2];
    }
}
