record Dual(double value, double derivative) {

    public Dual chain(double outerValue, double outerDerivative) {
        double slope = outerDerivative * derivative;
        return new Dual(outerValue, Double.isFinite(slope) ? slope : 0);
    }
}
