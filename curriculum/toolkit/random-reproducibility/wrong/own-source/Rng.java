import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

public final class Rng {

    public int[] sample(int n, int size) {
        if (size < 0 || size > n) {
            throw new IllegalArgumentException("size " + size);
        }
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            numbers.add(i);
        }
        Collections.shuffle(numbers);
        int[] drawn = new int[size];
        for (int i = 0; i < size; i++) {
            drawn[i] = numbers.get(i);
        }
        return drawn;
    }
}
