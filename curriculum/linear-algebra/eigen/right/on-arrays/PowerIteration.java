public record PowerIteration(double tolerance, int maxIterations) {

    public Eigenpair dominantEigenpair(UnaryOperator<Vector> map, Vector start) {
        double[] v = start.toArray();
        if (length(v) == 0) {
            throw new IllegalArgumentException("a start of 0 has no direction");
        }
        int iteration = 0;
        boolean converged = false;
        double value = 0;
        double[] next = v;
        while (!converged && iteration < maxIterations) {
            double length = length(next);
            v = new double[next.length];
            for (int i = 0; i < v.length; i++) {
                v[i] = next[i] / length;
            }
            next = map.apply(Vector.of(v)).toArray();
            iteration++;
            value = 0;
            for (int i = 0; i < v.length; i++) {
                value += v[i] * next[i];
            }
            double[] rest = new double[v.length];
            for (int i = 0; i < v.length; i++) {
                rest[i] = next[i] - value * v[i];
            }
            converged = length(rest) <= tolerance * Math.abs(value);
        }
        return new Eigenpair(value, Vector.of(v), iteration, converged);
    }

    private static double length(double[] x) {
        double squares = 0;
        for (double component : x) {
            squares += component * component;
        }
        return Math.sqrt(squares);
    }
}
