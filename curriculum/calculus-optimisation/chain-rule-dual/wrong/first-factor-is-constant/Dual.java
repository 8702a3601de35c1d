record Dual(double value, double derivative) {

    public Dual times(Dual other) {
        return new Dual(value * other.value, value * other.derivative);
    }
}
