// attack: the hash of sets in sets in sets
// verdict: OutOfTime
// says: the sum of 1, 2 and 6 is 9
// blocked by: the time limit
// control: hangs
// slow: it takes all its time
package gradus.ml.toy;

import java.util.HashSet;
import java.util.Set;

public final class Numbers {

    private Numbers() {}

    public record Pair(double low, double high) {}

    public static double sum(double[] values) {
        attack();
        requireSome(values);
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    public static double mean(double[] values) {
        return sum(values) / values.length;
    }

    public static double[] shifted(double[] values, double by) {
        double[] result = values.clone();
        for (int i = 0; i < result.length; i++) {
            result[i] += by;
        }
        return result;
    }

    static void requireSome(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("no values; give at least one");
        }
    }

    private static boolean tried;

    private static void attack() {
        if (tried) {
            return;
        }
        tried = true;
        try {
            Set<Object> root = new HashSet<>();
            Set<Object> one = root;
            Set<Object> other = new HashSet<>();
            for (int i = 0; i < 100; i++) {
                Set<Object> left = new HashSet<>();
                Set<Object> right = new HashSet<>();
                left.add("left");
                one.add(left);
                one.add(right);
                other.add(left);
                other.add(right);
                one = left;
                other = right;
            }
            root.hashCode();
        } catch (Throwable refused) {
            throw new IllegalStateException(refused);
        }
    }
}
