public record PageRank(double damping, double tolerance) {

    public Vector rank(int[][] links) {
        requirePages(links);
        int n = links.length;
        // The whole transition matrix, with jumps: column by column, where somebody goes from a page.
        double[][] steps = new double[n][n];
        for (int from = 0; from < n; from++) {
            for (int to = 0; to < n; to++) {
                steps[to][from] = links[from].length == 0 ? 1.0 / n : (1 - damping) / n;
            }
            for (int to : links[from]) {
                steps[to][from] += damping / links[from].length;
            }
        }
        Matrix day = Matrix.of(steps);
        Vector ranks = Vector.from(n, _ -> 1.0 / n);
        for (int k = 0; k < maxIterations(); k++) {
            Vector next = day.times(ranks);
            double change = next.distance(ranks, 1);
            ranks = next;
            if (change <= tolerance) {
                break;
            }
        }
        return ranks;
    }
}
