package gradus.ml.linalg;

/// Vector–vector operations (BLAS level 1): the inner loops of the decompositions, over contiguous arrays.
final class Blas1 {

    /// Machine epsilon, the distance from 1 to the next `double`: 2⁻⁵².
    static final double EPSILON = Math.ulp(1.0);

    private Blas1() {}

    /// The dot product `Σ a[i]·b[i]` for i in [from, to). Four partial sums run in parallel, because then no
    /// addition has to wait for the one before it.
    static double dot(double[] a, double[] b, int from, int to) {
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        int i = from;
        for (; i < to - 3; i += 4) {
            first += a[i] * b[i];
            second += a[i + 1] * b[i + 1];
            third += a[i + 2] * b[i + 2];
            fourth += a[i + 3] * b[i + 3];
        }
        for (; i < to; i++) {
            first += a[i] * b[i];
        }
        return (first + second) + (third + fourth);
    }

    /// axpy: `into[i] += factor·a[i]` for i in [from, to).
    static void addScaled(double factor, double[] a, double[] into, int from, int to) {
        for (int i = from; i < to; i++) {
            into[i] += factor * a[i];
        }
    }

    /// Givens rotation of the vectors `a` and `b`: a becomes `cosine·a − sine·b`, and b becomes
    /// `sine·a + cosine·b`.
    static void rotate(double[] a, double[] b, double cosine, double sine) {
        for (int i = 0; i < a.length; i++) {
            double old = a[i];
            a[i] = cosine * old - sine * b[i];
            b[i] = sine * old + cosine * b[i];
        }
    }

    /// The Euclidean norm of `a` from index `from` on, scaled so that no square overflows or underflows.
    static double norm(double[] a, int from) {
        double largest = 0;
        for (int i = from; i < a.length; i++) {
            largest = Math.max(largest, Math.abs(a[i]));
        }
        if (largest == 0) {
            return 0;
        }
        double sum = 0;
        for (int i = from; i < a.length; i++) {
            double ratio = a[i] / largest;
            sum += ratio * ratio;
        }
        return largest * Math.sqrt(sum);
    }

    /// The sign convention for directions, which are only determined up to sign: whether to negate
    /// `direction` so that its leading component becomes positive. The leading component is the first whose
    /// absolute value is at least 1 − 1e-6 times the largest. With "the largest component" alone, rounding
    /// would decide which of two equally large ones counts.
    static boolean shouldFlipSign(double[] direction) {
        double largest = 0;
        for (double component : direction) {
            largest = Math.max(largest, Math.abs(component));
        }
        for (double component : direction) {
            if (Math.abs(component) >= (1 - 1e-6) * largest) {
                return component < 0;
            }
        }
        return false;
    }
}
