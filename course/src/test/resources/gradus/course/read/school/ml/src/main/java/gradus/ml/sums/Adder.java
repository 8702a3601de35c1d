package gradus.ml.sums;

/// Adds numbers.
public final class Adder {

    private Adder() {}

    /// `a + b`.
    public static int add(int a, int b) {
        return a + b;
    }

    /// The sum of all of them; 0 if there are none.
    public static int sum(int... numbers) {
        int sum = 0;
        for (int number : numbers) {
            sum = add(sum, number);
        }
        return sum;
    }

    /// What this class is called.
    public static String name() {
        return "adder";
    }
}
