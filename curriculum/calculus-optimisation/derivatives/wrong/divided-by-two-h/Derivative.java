class Derivative {

    public static double central(DoubleUnaryOperator f, double x, double h) {
        double above = x + h;
        double below = x - h;
        if (!(h > 0 && above > x && below < x && Double.isFinite(above) && Double.isFinite(below))) {
            throw new IllegalArgumentException("no step from " + x + ": " + h);
        }
        return (f.applyAsDouble(above) - f.applyAsDouble(below)) / (2 * h);
    }
}
