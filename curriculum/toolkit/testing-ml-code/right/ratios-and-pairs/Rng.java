class Rng {

    public void shuffle(int[] items) {
        // Inside out: each item goes to a random place among those before it, whose item makes room
        int[] mixed = new int[items.length];
        for (int i = 0; i < items.length; i++) {
            int j = nextInt(i + 1);
            mixed[i] = mixed[j];
            mixed[j] = items[i];
        }
        System.arraycopy(mixed, 0, items, 0, items.length);
    }
}
