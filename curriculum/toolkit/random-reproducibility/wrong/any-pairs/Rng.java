public final class Rng {

    public void shuffle(int[] items) {
        for (int swap = 0; swap < items.length; swap++) {
            int i = nextInt(items.length);
            int j = nextInt(items.length);
            int held = items[i];
            items[i] = items[j];
            items[j] = held;
        }
    }
}
