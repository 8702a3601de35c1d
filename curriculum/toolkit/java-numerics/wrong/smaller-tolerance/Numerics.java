public final class Numerics {

    public static boolean close(double a, double b, double relative, double absolute) {
        if (!(relative >= 0 && absolute >= 0)) {
            throw new IllegalArgumentException("a tolerance is negative or NaN: " + relative + ", " + absolute);
        }
        if (a == b) {
            return true;
        }
        if (Double.isInfinite(a) || Double.isInfinite(b)) {
            return false;
        }
        return Math.abs(a - b) <= Math.min(absolute, relative * Math.max(Math.abs(a), Math.abs(b)));
    }
}
