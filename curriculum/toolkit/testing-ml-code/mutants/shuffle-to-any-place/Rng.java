class Rng {

    public void shuffle(int[] items) {
        for (int i = 0; i < items.length; i++) {
            int j = nextInt(items.length);
            int held = items[i];
            items[i] = items[j];
            items[j] = held;
        }
    }
}
