class Derivative {

    public static double richardson(DoubleUnaryOperator f, double x, double h) {
        double coarse = central(f, x, h);
        double fine = central(f, x, h / 4);
        return fine + (fine - coarse) / 3;
    }
}
