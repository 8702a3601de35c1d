class Rng {

    public void shuffle(int[] items) {
        var own = Rng.of(42);
        for (int i = items.length - 1; i > 0; i--) {
            int j = own.nextInt(i + 1);
            int held = items[i];
            items[i] = items[j];
            items[j] = held;
        }
    }
}
