class Rng {

    public void shuffle(int[] items) {
        // From the front: place i gets one of those that are left
        for (int i = 0; i < items.length; i++) {
            int j = i + nextInt(items.length - i);
            int held = items[i];
            items[i] = items[j];
            items[j] = held;
        }
    }
}
