public record PageRank(double damping, double tolerance) {

    public Vector rank(int[][] links) {
        requirePages(links);
        int n = links.length;
        double[] ranks = new double[n];
        Arrays.fill(ranks, 1.0 / n);
        double change = Double.POSITIVE_INFINITY;
        for (int iteration = 0; iteration < maxIterations() && change > tolerance; iteration++) {
            double[] next = new double[n];
            double stuck = 0;
            for (int page = 0; page < n; page++) {
                for (int target : links[page]) {
                    next[target] += (1 - damping) * ranks[page] / links[page].length;
                }
                if (links[page].length == 0) {
                    stuck += (1 - damping) * ranks[page];
                }
            }
            change = 0;
            for (int page = 0; page < n; page++) {
                next[page] += (stuck + damping) / n;
                change += Math.abs(next[page] - ranks[page]);
            }
            ranks = next;
        }
        return Vector.of(ranks);
    }
}
