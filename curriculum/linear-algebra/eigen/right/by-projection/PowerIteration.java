public record PowerIteration(double tolerance, int maxIterations) {

    public Eigenpair dominantEigenpair(UnaryOperator<Vector> map, Vector start) {
        if (start.norm() == 0) {
            throw new IllegalArgumentException("the start must not be 0");
        }
        return from(map, start.times(1 / start.norm()), 1);
    }

    private Eigenpair from(UnaryOperator<Vector> map, Vector v, int iteration) {
        Vector image = map.apply(v);
        double eigenvalue = image.dot(v);
        Vector along = image.projectOn(v);
        boolean good = image.distance(along, 2) <= tolerance * along.norm();
        for (int k = iteration; !good && k < maxIterations; k++) {
            v = image.times(1 / image.norm());
            image = map.apply(v);
            eigenvalue = image.dot(v);
            along = image.projectOn(v);
            good = image.distance(along, 2) <= tolerance * along.norm();
            iteration = k + 1;
        }
        return new Eigenpair(eigenvalue, v, iteration, good);
    }
}
