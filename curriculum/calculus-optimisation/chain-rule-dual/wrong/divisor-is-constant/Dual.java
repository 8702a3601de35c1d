record Dual(double value, double derivative) {

    public Dual dividedBy(Dual other) {
        return new Dual(value / other.value, derivative / other.value);
    }
}
