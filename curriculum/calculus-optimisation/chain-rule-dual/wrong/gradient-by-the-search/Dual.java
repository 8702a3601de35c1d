record Dual(double value, double derivative) {

    public static Vector gradient(Function<Dual[], Dual> f, Vector x) {
        double[] partials = new double[x.size()];
        for (int i = 0; i < partials.length; i++) {
            int which = i;
            partials[i] = Derivative.richardson(
                    at -> {
                        Dual[] inputs = new Dual[x.size()];
                        for (int j = 0; j < inputs.length; j++) {
                            inputs[j] = constant(j == which ? at : x.get(j));
                        }
                        return f.apply(inputs).value;
                    },
                    x.get(i));
        }
        return Vector.of(partials);
    }
}
