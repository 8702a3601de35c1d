public final class Rng {

    public int nextInt(int bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("bound " + bound);
        }
        return (int) Math.round(nextDouble() * (bound - 1));
    }
}
