class Derivative {

    public static double step(double x) {
        return Math.ulp(1.0) * Math.max(1, Math.abs(x));
    }
}
