record Dual(double value, double derivative) {

    public Dual pow(double exponent) {
        if (exponent == 0) {
            return constant(1);
        }
        double power = Math.pow(value, exponent);
        return chain(power, exponent * power / value);
    }
}
