import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

public final class Rng {

    private static final Random SOURCE = new Random(1964);

    public int[] sample(int n, int size) {
        if (size < 0 || size > n) {
            throw new IllegalArgumentException("size " + size);
        }
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            numbers.add(i);
        }
        Collections.shuffle(numbers, SOURCE);
        int[] drawn = new int[size];
        for (int i = 0; i < size; i++) {
            drawn[i] = numbers.get(i);
        }
        return drawn;
    }
}
