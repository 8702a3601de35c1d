public record PageRank(double damping, double tolerance) {

    public Vector rank(int[][] links) {
        requirePages(links);
        int n = links.length;
        double[] ranks = new double[n];
        int total = 0;
        for (int[] targets : links) {
            for (int target : targets) {
                ranks[target]++;
                total++;
            }
        }
        for (int page = 0; page < n; page++) {
            double share = total == 0 ? 1.0 / n : ranks[page] / total;
            ranks[page] = damping * share + (1 - damping) / n;
        }
        return Vector.of(ranks);
    }
}
