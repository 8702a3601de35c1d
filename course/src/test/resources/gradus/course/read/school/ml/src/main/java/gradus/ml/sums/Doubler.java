package gradus.ml.sums;

/// Doubles numbers.
public final class Doubler {

    private Doubler() {}

    /// `2 a`.
    public static int twice(int a) {
        return Adder.add(a, a);
    }
}
