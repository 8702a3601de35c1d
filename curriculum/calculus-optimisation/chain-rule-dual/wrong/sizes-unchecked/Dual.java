record Dual(double value, double derivative) {

    public static double directionalDerivative(Function<Dual[], Dual> f, Vector x, Vector direction) {
        Dual[] inputs = new Dual[x.size()];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = new Dual(x.get(i), direction.get(i));
        }
        return f.apply(inputs).derivative;
    }
}
