record Dual(double value, double derivative) {

    public Dual pow(double exponent) {
        if (exponent == 0) {
            return constant(1);
        }
        return chain(Math.pow(value, exponent), Math.pow(value, exponent - 1));
    }
}
