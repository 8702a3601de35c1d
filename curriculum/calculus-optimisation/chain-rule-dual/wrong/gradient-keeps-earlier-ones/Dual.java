record Dual(double value, double derivative) {

    public static Vector gradient(Function<Dual[], Dual> f, Vector x) {
        Dual[] inputs = new Dual[x.size()];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = constant(x.get(i));
        }
        double[] partials = new double[x.size()];
        for (int i = 0; i < partials.length; i++) {
            inputs[i] = variable(x.get(i));
            partials[i] = f.apply(inputs).derivative;
        }
        return Vector.of(partials);
    }
}
