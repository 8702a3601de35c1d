public final class Rng {

    public int nextInt(int bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("bound " + bound);
        }
        return (int) (nextDouble() * bound);
    }

    public void shuffle(int[] items) {
        for (int i = 0; i < items.length; i++) {
            int j = i + nextInt(items.length - i);
            int first = items[j];
            items[j] = items[i];
            items[i] = first;
        }
    }

    public int[] permutation(int n) {
        if (n < 0) {
            throw new IllegalArgumentException("n " + n);
        }
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            int j = nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    public int[] sample(int n, int size) {
        if (size < 0 || size > n) {
            throw new IllegalArgumentException("size " + size + " of " + n);
        }
        int[] drawn = new int[size];
        boolean[] taken = new boolean[n];
        for (int i = 0; i < size; i++) {
            int next = nextInt(n);
            while (taken[next]) {
                next = nextInt(n);
            }
            taken[next] = true;
            drawn[i] = next;
        }
        return drawn;
    }

    public int choice(double[] weights) {
        double[] ends = new double[weights.length];
        double sum = 0;
        int last = -1;
        for (int i = 0; i < weights.length; i++) {
            if (!Double.isFinite(weights[i]) || weights[i] < 0) {
                throw new IllegalArgumentException("weight " + weights[i]);
            }
            sum += weights[i];
            ends[i] = sum;
            if (weights[i] > 0) {
                last = i;
            }
        }
        if (last < 0 || Double.isInfinite(sum)) {
            throw new IllegalArgumentException("sum " + sum);
        }
        double at = nextDouble() * sum;
        for (int i = 0; i < last; i++) {
            if (at < ends[i]) {
                return i;
            }
        }
        return last;
    }

    /** Box and Muller, one of the two numbers. */
    public double gaussian() {
        double radius = Math.sqrt(-2 * Math.log(1 - nextDouble()));
        return radius * Math.cos(2 * Math.PI * nextDouble());
    }
}
