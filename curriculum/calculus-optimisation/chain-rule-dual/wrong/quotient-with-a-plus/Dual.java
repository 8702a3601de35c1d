record Dual(double value, double derivative) {

    public Dual dividedBy(Dual other) {
        double quotient = value / other.value;
        return new Dual(quotient, (derivative + quotient * other.derivative) / other.value);
    }
}
