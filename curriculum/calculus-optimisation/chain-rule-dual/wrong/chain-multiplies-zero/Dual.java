record Dual(double value, double derivative) {

    public Dual chain(double outerValue, double outerDerivative) {
        return new Dual(outerValue, outerDerivative * derivative);
    }
}
