class Derivative {

    public static double richardson(DoubleUnaryOperator f, double x, double h) {
        double coarse = central(f, x, 2 * h);
        double fine = central(f, x, h);
        return fine + (fine - coarse) / 3;
    }
}
