class Derivative {

    public static double richardson(DoubleUnaryOperator f, double x, double h) {
        double coarse = central(f, x, h);
        double fine = central(f, x, h / 2);
        return (coarse + fine) / 2;
    }
}
