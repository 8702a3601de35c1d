import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

public final class Rng {

    public int nextInt(int bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("bound " + bound);
        }
        return (int) Math.abs(nextLong() % bound);
    }

    /** A random key for each place; the keys decide the order. */
    public void shuffle(int[] items) {
        record Keyed(long key, int item) {}
        List<Keyed> all = new ArrayList<>();
        for (int item : items) {
            all.add(new Keyed(nextLong(), item));
        }
        all.sort(Comparator.comparingLong(Keyed::key));
        for (int i = 0; i < items.length; i++) {
            items[i] = all.get(i).item();
        }
    }

    public int[] permutation(int n) {
        if (n < 0) {
            throw new IllegalArgumentException("n " + n);
        }
        int[] order = IntStream.range(0, n).toArray();
        shuffle(order);
        return order;
    }

    public int[] sample(int n, int size) {
        if (n < 0 || size < 0 || size > n) {
            throw new IllegalArgumentException("size " + size + " of " + n);
        }
        return Arrays.stream(permutation(n)).limit(size).toArray();
    }

    public int choice(double[] weights) {
        double largest = 0;
        double sum = 0;
        for (double weight : weights) {
            if (!(weight >= 0)) {
                throw new IllegalArgumentException("weight " + weight);
            }
            largest = Math.max(largest, weight);
            sum += weight;
        }
        if (sum == 0 || sum == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("sum " + sum);
        }
        while (true) {
            int i = nextInt(weights.length);
            if (weights[i] > 0 && nextDouble() < weights[i] / largest) {
                return i;
            }
        }
    }

    /** Box and Muller, both numbers. */
    public double gaussian() {
        if (Double.isFinite(spare)) {
            double kept = spare;
            spare = Double.NaN;
            return kept;
        }
        double u = nextDouble();
        while (u == 0) {
            u = nextDouble();
        }
        double angle = 2 * Math.PI * nextDouble();
        double radius = Math.sqrt(-2 * Math.log(u));
        spare = radius * Math.sin(angle);
        return radius * Math.cos(angle);
    }
}
