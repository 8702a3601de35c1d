public record PageRank(double damping, double tolerance) {

    public Vector rank(int[][] links) {
        requirePages(links);
        int n = links.length;
        double[] ranks = new double[n];
        Arrays.fill(ranks, 1.0 / n);
        double change = Double.POSITIVE_INFINITY;
        for (int iteration = 0; iteration < maxIterations() && change > tolerance; iteration++) {
            double[] before = ranks.clone();
            double jumping = 0;
            for (int page = 0; page < n; page++) {
                double leaving = ranks[page];
                ranks[page] = 0;
                double followed = links[page].length == 0 ? 0 : damping * leaving;
                for (int target : links[page]) {
                    ranks[target] += followed / links[page].length;
                }
                jumping += leaving - followed;
            }
            change = 0;
            for (int page = 0; page < n; page++) {
                ranks[page] += jumping / n;
                change += Math.abs(ranks[page] - before[page]);
            }
        }
        return Vector.of(ranks);
    }
}
