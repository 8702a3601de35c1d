public final class Rng {

    public void shuffle(int[] items) {
        Rng mixed = Rng.of(3407);
        for (int i = items.length - 1; i > 0; i--) {
            int j = mixed.nextInt(i + 1);
            int held = items[i];
            items[i] = items[j];
            items[j] = held;
        }
    }
}
