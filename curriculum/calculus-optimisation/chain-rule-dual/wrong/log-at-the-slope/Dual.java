record Dual(double value, double derivative) {

    public Dual log() {
        return chain(Math.log(value), 1 / derivative);
    }
}
