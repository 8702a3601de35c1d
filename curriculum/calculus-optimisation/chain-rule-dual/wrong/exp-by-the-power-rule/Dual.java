record Dual(double value, double derivative) {

    public Dual exp() {
        return chain(Math.exp(value), value * Math.exp(value - 1));
    }
}
