class Gradient {

    public static Matrix jacobian(UnaryOperator<Vector> f, Vector x) {
        int n = x.size();
        double[][] gradients = new double[n][];
        for (int j = 0; j < n; j++) {
            if (!Double.isFinite(x.get(j))) {
                throw new IllegalArgumentException("component " + j + " isn't finite");
            }
        }
        for (int j = 0; j < n; j++) {
            int moving = j;
            double h = Derivative.step(x.get(j));
            Vector step = Vector.from(n, i -> i == moving ? h : 0);
            Vector slope = f.apply(x.plus(step)).minus(f.apply(x.minus(step))).map(d -> d / (2 * h));
            gradients[j] = slope.toArray();
        }
        return Matrix.of(gradients).transpose();
    }
}
