public record PageRank(double damping, double tolerance) {

    public Vector rank(int[][] links) {
        requirePages(links);
        int n = links.length;
        // The ranks solve (I − d·M)·r = (1 − d)/n, and then no iteration is needed.
        double[][] a = Matrix.identity(n).toArray();
        for (int from = 0; from < n; from++) {
            for (int to : links[from]) {
                a[to][from] -= damping / links[from].length;
            }
            for (int to = 0; to < n && links[from].length == 0; to++) {
                a[to][from] -= damping / n;
            }
        }
        return Lu.of(Matrix.of(a)).solve(Vector.from(n, _ -> (1 - damping) / n));
    }
}
