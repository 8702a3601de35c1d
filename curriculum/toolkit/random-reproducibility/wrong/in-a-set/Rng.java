import java.util.HashSet;
import java.util.Set;

public final class Rng {

    public int[] sample(int n, int size) {
        if (size < 0 || size > n) {
            throw new IllegalArgumentException("size " + size);
        }
        Set<Integer> drawn = new HashSet<>();
        while (drawn.size() < size) {
            drawn.add(nextInt(n));
        }
        int[] numbers = new int[size];
        int next = 0;
        for (int number : drawn) {
            numbers[next++] = number;
        }
        return numbers;
    }
}
