record Dual(double value, double derivative) {

    public static double directionalDerivative(Function<Dual[], Dual> f, Vector x, Vector direction) {
        if (x.size() != direction.size()) {
            throw new IllegalArgumentException("sizes " + x.size() + " and " + direction.size());
        }
        double length = 0;
        for (int i = 0; i < direction.size(); i++) {
            length = Math.hypot(length, direction.get(i));
        }
        Dual[] inputs = new Dual[x.size()];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = new Dual(x.get(i), length == 0 ? 0 : direction.get(i) / length);
        }
        return f.apply(inputs).derivative;
    }
}
