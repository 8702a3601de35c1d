public final class Rng {

    public int[] permutation(int n) {
        if (n < 0) {
            throw new IllegalArgumentException("n " + n);
        }
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = i + 1;
        }
        shuffle(order);
        return order;
    }
}
