public record PowerIteration(double tolerance, int maxIterations) {

    public Eigenpair dominantEigenpair(UnaryOperator<Vector> map, Vector start) {
        if (start.norm() == 0) {
            throw new IllegalArgumentException("the start is 0");
        }
        Vector x = start;
        for (int iteration = 1; ; iteration++) {
            Vector image = map.apply(x);
            double value = x.dot(image) / x.dot(x);
            boolean converged = image.minus(x.times(value)).norm() <= tolerance * Math.abs(value) * x.norm();
            if (converged || iteration == maxIterations) {
                return new Eigenpair(value, x.times(1 / x.norm()), iteration, converged);
            }
            x = image;
        }
    }
}
