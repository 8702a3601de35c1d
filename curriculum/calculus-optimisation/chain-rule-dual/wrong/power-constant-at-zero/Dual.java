record Dual(double value, double derivative) {

    public Dual pow(double exponent) {
        if (exponent == 0) {
            return constant(1);
        }
        if (value == 0) {
            return constant(0);
        }
        return chain(Math.pow(value, exponent), exponent * Math.pow(value, exponent - 1));
    }
}
