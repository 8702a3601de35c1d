import java.util.Arrays;

class Baselines {

    public static int majority(int[] labels, int from) {
        requireBothParts(from, labels.length);
        int[] sorted = labels.clone();
        Arrays.sort(sorted);
        int best = sorted[0];
        int most = 0;
        int run = 0;
        for (int row = 0; row < sorted.length; row++) {
            run = row > 0 && sorted[row] == sorted[row - 1] ? run + 1 : 1;
            if (run > most) {
                most = run;
                best = sorted[row];
            }
        }
        return best;
    }
}
