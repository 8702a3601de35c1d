public record PageRank(double damping, double tolerance) {

    public Vector rank(int[][] links) {
        requirePages(links);
        int n = links.length;
        double[] old = new double[n];
        double[] ranks = new double[n];
        for (int page = 0; page < n; page++) {
            ranks[page] = 1.0 / n;
        }
        do {
            double[] spare = old;
            old = ranks;
            ranks = spare;
            for (int page = 0; page < n; page++) {
                ranks[page] = 0;
            }
            double followed = 0;
            for (int page = 0; page < n; page++) {
                for (int target : links[page]) {
                    double share = damping * old[page] / links[page].length;
                    ranks[target] += share;
                    followed += share;
                }
            }
            // Whoever follows no link jumps: the damped, and those at dead ends.
            for (int page = 0; page < n; page++) {
                ranks[page] += (1 - followed) / n;
            }
        } while (far(old, ranks));
        return Vector.of(ranks);
    }

    private boolean far(double[] old, double[] ranks) {
        double change = 0;
        for (int page = 0; page < ranks.length; page++) {
            change += Math.abs(ranks[page] - old[page]);
        }
        return change > tolerance;
    }
}
