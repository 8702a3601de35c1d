record Dual(double value, double derivative) {

    public Dual dividedBy(Dual other) {
        double top = derivative * other.value - value * other.derivative;
        return new Dual(value / other.value, top / other.value);
    }
}
