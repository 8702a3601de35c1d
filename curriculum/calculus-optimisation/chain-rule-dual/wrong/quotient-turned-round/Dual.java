record Dual(double value, double derivative) {

    public Dual dividedBy(Dual other) {
        double top = value * other.derivative - derivative * other.value;
        return new Dual(value / other.value, top / (other.value * other.value));
    }
}
