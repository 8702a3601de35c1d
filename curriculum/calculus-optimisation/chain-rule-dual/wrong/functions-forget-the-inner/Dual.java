record Dual(double value, double derivative) {

    public Dual exp() {
        return new Dual(Math.exp(value), Math.exp(value));
    }

    public Dual log() {
        return new Dual(Math.log(value), 1 / value);
    }

    public Dual sin() {
        return new Dual(Math.sin(value), Math.cos(value));
    }

    public Dual cos() {
        return new Dual(Math.cos(value), -Math.sin(value));
    }

    public Dual pow(double exponent) {
        if (exponent == 0) {
            return constant(1);
        }
        return new Dual(Math.pow(value, exponent), exponent * Math.pow(value, exponent - 1));
    }
}
