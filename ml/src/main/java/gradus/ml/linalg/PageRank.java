package gradus.ml.linalg;

import java.util.Arrays;

/// PageRank: ranks pages by the links between them. The rank of a page is the probability of finding a
/// *random surfer* there, who follows a random link again and again and now and then jumps to a random page.
/// It is the stationary distribution of that Markov chain, the dominant eigenvector of its transition matrix,
/// found by power iteration without building the matrix.
///
/// Source: L. Page, S. Brin, R. Motwani and T. Winograd, *The PageRank Citation Ranking: Bringing Order to
/// the Web* (1998). From a page without links (a dangling node), the surfer jumps to a random page.
///
/// @param damping the damping factor, the probability of following a link, at least 0 and less than 1; 0.85
///     in the paper
/// @param tolerance converged when one iteration changes the ranks by at most this, in the L1 norm; finite,
///     more than 0
public record PageRank(double damping, double tolerance) {

    /// @throws IllegalArgumentException if a parameter is out of range
    public PageRank {
        if (!(damping >= 0 && damping < 1)) {
            throw new IllegalArgumentException("damping must be at least 0 and less than 1, got " + damping);
        }
        if (!(tolerance > 0 && tolerance < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("tolerance must be finite and greater than 0, got " + tolerance);
        }
    }

    /// The PageRank of each page, shape `(n)`: positive, with sum 1. O(n + links) per iteration, and at most
    /// [#maxIterations] of them.
    ///
    /// @param links `links[i]` are the pages that page i links to; a page listed twice counts twice
    /// @throws IllegalArgumentException if there are no pages, or a link leads to none of them
    public Vector rank(int[][] links) {
        requirePages(links);
        int n = links.length;
        double[] ranks = new double[n];
        Arrays.fill(ranks, 1.0 / n);
        double change = Double.POSITIVE_INFINITY;
        for (int iteration = 0; iteration < maxIterations() && change > tolerance; iteration++) {
            double[] next = new double[n];
            double jumped = 0;
            for (int page = 0; page < n; page++) {
                double followed = links[page].length == 0 ? 0 : damping * ranks[page];
                for (int target : links[page]) {
                    next[target] += followed / links[page].length;
                }
                jumped += ranks[page] - followed;
            }
            change = 0;
            for (int page = 0; page < n; page++) {
                next[page] += jumped / n;
                change += Math.abs(next[page] - ranks[page]);
            }
            ranks = next;
        }
        return Vector.of(ranks);
    }

    /// The most iterations that [#rank] needs, about log(tolerance)/log(damping). Each one shrinks the L1
    /// distance to the ranks by at least the factor `damping`, and two distributions differ by at most 2.
    public int maxIterations() {
        double needed =
                damping == 0 ? 0 : Math.ceil(StrictMath.log(Math.min(1, tolerance / 2)) / StrictMath.log(damping));
        return (int) Math.min(Integer.MAX_VALUE, needed + 1);
    }

    /// Rejects links of no pages, and those that lead to none of them.
    static void requirePages(int[][] links) {
        if (links.length == 0) {
            throw new IllegalArgumentException("PageRank needs at least 1 page, got 0");
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
