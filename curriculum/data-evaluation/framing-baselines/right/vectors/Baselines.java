import gradus.ml.linalg.Vector;
import java.util.Arrays;

class Baselines {

    public static Vector mean(Vector targets, int from) {
        requireBothParts(from, targets.size());
        Vector known = Vector.of(Arrays.copyOf(targets.toArray(), from));
        return constant(known.dot(constant(1.0 / from, from)), targets.size() - from);
    }

    public static Vector median(Vector targets, int from) {
        requireBothParts(from, targets.size());
        double low = ranked(targets, from, (from - 1) / 2);
        double high = ranked(targets, from, from / 2);
        return constant(low + (high - low) / 2, targets.size() - from);
    }

    public static int majority(int[] labels, int from) {
        requireBothParts(from, labels.length);
        int[] sorted = Arrays.copyOf(labels, from);
        Arrays.sort(sorted);
        int winner = sorted[0];
        int most = 0;
        int run = 0;
        for (int row = 0; row < from; row++) {
            run = row > 0 && sorted[row] == sorted[row - 1] ? run + 1 : 1;
            if (run > most) {
                most = run;
                winner = sorted[row];
            }
        }
        return winner;
    }

    public static Vector seasonal(Vector targets, int from, int period, int horizon) {
        requireBothParts(from, targets.size());
        if (period <= 0 || horizon <= 0) {
            throw new IllegalArgumentException("no such season");
        }
        double[] all = targets.toArray();
        double[] predictions = new double[all.length - from];
        for (int row = from; row < all.length; row++) {
            int earlier = row - period;
            while (earlier > row - horizon) {
                earlier -= period;
            }
            if (earlier < 0) {
                throw new IllegalArgumentException("nothing is known for row " + row);
            }
            predictions[row - from] = all[earlier];
        }
        return Vector.of(predictions);
    }

    /// The target with `rank` smaller ones before it, found without sorting.
    private static double ranked(Vector targets, int from, int rank) {
        for (int row = 0; row < from; row++) {
            int below = 0;
            int equal = 0;
            for (int other = 0; other < from; other++) {
                if (targets.get(other) < targets.get(row)) {
                    below++;
                } else if (targets.get(other) == targets.get(row)) {
                    equal++;
                }
            }
            if (below <= rank && rank < below + equal) {
                return targets.get(row);
            }
        }
        throw new IllegalArgumentException("targets are finite");
    }
}
