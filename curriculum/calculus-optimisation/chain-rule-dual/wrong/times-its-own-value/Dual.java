record Dual(double value, double derivative) {

    public Dual times(Dual other) {
        return new Dual(value * other.value, derivative * value + other.derivative * other.value);
    }
}
