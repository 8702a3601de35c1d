record Dual(double value, double derivative) {

    public Dual pow(double exponent) {
        if (exponent == 0) {
            return constant(1);
        }
        return log().times(exponent).exp();
    }
}
