record Dual(double value, double derivative) {

    public static Vector gradient(Function<Dual[], Dual> f, Vector x) {
        double[] partials = new double[x.size()];
        for (int i = 0; i < partials.length; i++) {
            double h = 1e-6;
            Dual[] above = new Dual[x.size()];
            Dual[] below = new Dual[x.size()];
            for (int j = 0; j < x.size(); j++) {
                above[j] = constant(j == i ? x.get(j) + h : x.get(j));
                below[j] = constant(j == i ? x.get(j) - h : x.get(j));
            }
            partials[i] = (f.apply(above).value - f.apply(below).value) / (2 * h);
        }
        return Vector.of(partials);
    }
}
