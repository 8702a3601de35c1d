record Dual(double value, double derivative) {

    public Dual pow(double exponent) {
        return chain(Math.pow(value, exponent), exponent * Math.pow(value, exponent - 1));
    }
}
