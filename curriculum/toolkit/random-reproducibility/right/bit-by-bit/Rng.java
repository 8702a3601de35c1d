import java.util.Arrays;

public final class Rng {

    /** As many random bits as the bound needs, until they are below it. */
    public int nextInt(int bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("bound " + bound);
        }
        while (true) {
            int number = 0;
            for (int reach = 1; reach < bound && reach > 0; reach *= 2) {
                number = 2 * number + (nextBoolean() ? 1 : 0);
            }
            if (number >= 0 && number < bound) {
                return number;
            }
        }
    }

    public void shuffle(int[] items) {
        for (int i = 1; i < items.length; i++) {
            int j = nextInt(i + 1);
            int held = items[j];
            items[j] = items[i];
            items[i] = held;
        }
    }

    public int[] sample(int n, int size) {
        if (size < 0 || size > n) {
            throw new IllegalArgumentException("size " + size + " of " + n);
        }
        int[] pool = new int[n];
        Arrays.setAll(pool, i -> i);
        for (int i = 0; i < size; i++) {
            int j = i + nextInt(n - i);
            int held = pool[i];
            pool[i] = pool[j];
            pool[j] = held;
        }
        return Arrays.copyOf(pool, size);
    }

    /** The ratio of uniforms (Kinderman and Monahan, 1977). */
    public double gaussian() {
        while (true) {
            double u = 1 - nextDouble();
            double v = (2 * nextDouble() - 1) * Math.sqrt(2 / Math.E);
            double x = v / u;
            if (x * x <= -4 * Math.log(u)) {
                return x;
            }
        }
    }
}
