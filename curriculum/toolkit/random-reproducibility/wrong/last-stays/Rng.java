public final class Rng {

    public void shuffle(int[] items) {
        for (int i = items.length - 2; i > 0; i--) {
            int j = nextInt(i + 1);
            int held = items[i];
            items[i] = items[j];
            items[j] = held;
        }
    }
}
