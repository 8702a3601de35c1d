record Dual(double value, double derivative) {

    public Dual pow(double exponent) {
        Dual result = constant(1);
        for (int i = 0; i < exponent; i++) {
            result = result.times(this);
        }
        return result;
    }
}
