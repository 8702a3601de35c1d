record Dual(double value, double derivative) {

    public static Vector gradient(Function<Dual[], Dual> f, Vector x) {
        Dual[] inputs = new Dual[x.size()];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = variable(x.get(i));
        }
        double slope = f.apply(inputs).derivative;
        double[] partials = new double[x.size()];
        for (int i = 0; i < partials.length; i++) {
            partials[i] = slope;
        }
        return Vector.of(partials);
    }
}
