class Rng {

    public void shuffle(int[] items) {
        for (int i = items.length - 1; i > 0; i--) {
            int j = nextInt(i + 1);
            items[i] = items[j];
            items[j] = items[i];
        }
    }
}
