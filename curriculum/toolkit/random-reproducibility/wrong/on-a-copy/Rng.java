public final class Rng {

    public void shuffle(int[] items) {
        int[] mixed = items.clone();
        for (int i = mixed.length - 1; i > 0; i--) {
            int j = nextInt(i + 1);
            int held = mixed[i];
            mixed[i] = mixed[j];
            mixed[j] = held;
        }
        items = mixed;
    }
}
