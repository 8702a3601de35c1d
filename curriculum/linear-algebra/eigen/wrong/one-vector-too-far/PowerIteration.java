public record PowerIteration(double tolerance, int maxIterations) {

    public Eigenpair dominantEigenpair(UnaryOperator<Vector> map, Vector start) {
        if (start.norm() == 0) {
            throw new IllegalArgumentException("the start is 0");
        }
        Vector v = start.times(1 / start.norm());
        for (int iteration = 1; ; iteration++) {
            Vector image = map.apply(v);
            double value = v.dot(image);
            boolean converged = image.minus(v.times(value)).norm() <= tolerance * Math.abs(value);
            if (converged || iteration == maxIterations) {
                v = image.norm() == 0 ? v : image.times(1 / image.norm());
                return new Eigenpair(value, v, iteration, converged);
            }
            v = image.times(1 / image.norm());
        }
    }
}
