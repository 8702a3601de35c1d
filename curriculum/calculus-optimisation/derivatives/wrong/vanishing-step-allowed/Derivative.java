class Derivative {

    public static double central(DoubleUnaryOperator f, double x, double h) {
        if (!(h > 0 && Double.isFinite(x + h) && Double.isFinite(x - h))) {
            throw new IllegalArgumentException("no step: " + h);
        }
        double above = x + h;
        double below = x - h;
        return (f.applyAsDouble(above) - f.applyAsDouble(below)) / (above - below);
    }
}
