public final class Rng {

    public int[] sample(int n, int size) {
        if (size < 0 || size > n) {
            throw new IllegalArgumentException("size " + size);
        }
        int[] drawn = new int[size];
        for (int i = 0; i < size; i++) {
            drawn[i] = nextInt(n);
        }
        return drawn;
    }
}
