record Dual(double value, double derivative) {

    public Dual cos() {
        return chain(Math.cos(value), Math.sin(value));
    }
}
