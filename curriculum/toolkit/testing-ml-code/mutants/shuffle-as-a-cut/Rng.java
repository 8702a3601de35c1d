class Rng {

    public void shuffle(int[] items) {
        if (items.length == 0) {
            return;
        }
        int[] before = items.clone();
        int cut = nextInt(items.length);
        for (int i = 0; i < items.length; i++) {
            items[i] = before[(i + cut) % items.length];
        }
    }
}
