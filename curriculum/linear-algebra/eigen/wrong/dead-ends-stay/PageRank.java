public record PageRank(double damping, double tolerance) {

    public Vector rank(int[][] links) {
        requirePages(links);
        int n = links.length;
        double[] ranks = new double[n];
        Arrays.fill(ranks, 1.0 / n);
        double change = Double.POSITIVE_INFINITY;
        for (int iteration = 0; iteration < maxIterations() && change > tolerance; iteration++) {
            double[] next = new double[n];
            for (int page = 0; page < n; page++) {
                for (int target : links[page]) {
                    next[target] += damping * ranks[page] / links[page].length;
                }
                if (links[page].length == 0) {
                    next[page] += damping * ranks[page];
                }
            }
            change = 0;
            for (int page = 0; page < n; page++) {
                next[page] += (1 - damping) / n;
                change += Math.abs(next[page] - ranks[page]);
            }
            ranks = next;
        }
        return Vector.of(ranks);
    }
}
