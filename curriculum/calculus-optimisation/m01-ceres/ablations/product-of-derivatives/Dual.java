final class Dual {

    public Dual times(Dual other) {
        return new Dual(value * other.value(), derivative * other.derivative());
    }
}
