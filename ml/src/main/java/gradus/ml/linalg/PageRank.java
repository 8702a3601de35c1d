package gradus.ml.linalg;

import java.util.Arrays;

/// Ranks pages by the links between them: by where someone is most often who follows a link at random,
/// again and again, and now and then starts anew on any page. That is the dominant eigenvector of the
/// matrix of their moves, found by power iteration without ever making the matrix.
///
/// Source: L. Page, S. Brin, R. Motwani and T. Winograd, *The PageRank Citation Ranking: Bringing Order to
/// the Web* (1998). From a page without links, they start anew.
///
/// @param damping with which probability a link is followed, at least 0 and less than 1; 0.85 in the paper
/// @param tolerance by how much the ranks may still change in one step, all together; more than 0
public record PageRank(double damping, double tolerance) {

    /// @throws IllegalArgumentException if a setting is out of its range
    public PageRank {
        if (!(damping >= 0 && damping < 1)) {
            throw new IllegalArgumentException("a damping is at least 0 and less than 1, got " + damping);
        }
        if (!(tolerance > 0)) {
            throw new IllegalArgumentException("a tolerance is more than 0, got " + tolerance);
        }
    }

    /// The share of the time on each page, shape `(n)`: positive, with sum 1. O(n + links) for each of
    /// about log(tolerance)/log(damping) steps.
    ///
    /// @param links `links[i]` are the pages that page i links to; a page that comes twice counts twice
    /// @throws IllegalArgumentException if there are no pages, or a link leads to none of them
    public Vector rank(int[][] links) {
        int n = links.length;
        requirePages(links);
        double[] ranks = new double[n];
        Arrays.fill(ranks, 1.0 / n);
        // Each step brings ranks nearer by the damping at least, and never further than 2 from each other.
        int maxIterations =
                damping == 0 ? 1 : (int) Math.ceil(Math.log(Math.min(1, tolerance / 2)) / Math.log(damping)) + 1;
        double change = Double.POSITIVE_INFINITY;
        for (int iteration = 0; iteration < maxIterations && change > tolerance; iteration++) {
            double[] next = next(links, ranks);
            change = Vector.of(next).distance(Vector.of(ranks), 1);
            ranks = next;
        }
        return Vector.of(ranks);
    }

    private double[] next(int[][] links, double[] ranks) {
        int n = ranks.length;
        double[] next = new double[n];
        double teleported = 0;
        for (int page = 0; page < n; page++) {
            double followed = links[page].length == 0 ? 0 : damping * ranks[page];
            for (int target : links[page]) {
                next[target] += followed / links[page].length;
            }
            teleported += ranks[page] - followed;
        }
        for (int page = 0; page < n; page++) {
            next[page] += teleported / n;
        }
        return next;
    }

    private static void requirePages(int[][] links) {
        if (links.length == 0) {
            throw new IllegalArgumentException("ranks need at least 1 page, got 0");
        }
        for (int page = 0; page < links.length; page++) {
            for (int target : links[page]) {
                if (target < 0 || target >= links.length) {
                    throw new IllegalArgumentException("page " + page + " links to page " + target
                            + ", but the pages are 0 to " + (links.length - 1));
                }
            }
        }
    }
}
