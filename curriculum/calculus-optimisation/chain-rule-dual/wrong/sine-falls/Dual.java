record Dual(double value, double derivative) {

    public Dual sin() {
        return chain(Math.sin(value), -Math.cos(value));
    }
}
