record Dual(double value, double derivative) {

    public static double directionalDerivative(Function<Dual[], Dual> f, Vector x, Vector direction) {
        if (x.size() != direction.size()) {
            throw new IllegalArgumentException("sizes " + x.size() + " and " + direction.size());
        }
        Dual[] inputs = new Dual[x.size()];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = variable(x.get(i));
        }
        return f.apply(inputs).derivative;
    }
}
