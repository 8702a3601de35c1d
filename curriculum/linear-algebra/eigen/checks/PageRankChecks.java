package gradus.checks.eigen;

import static gradus.proctor.assertions.Expect.calling;
import static gradus.proctor.assertions.Expect.unchanged;

import gradus.ml.linalg.PageRank;
import gradus.proctor.assertions.Clause;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// PageRank at the edges of its contract.
class PageRankChecks {

    @Test
    @DisplayName("links that lead to no page throw, and so do no pages at all")
    @Clause("pages")
    void pagesThatDoNotExist() {
        PageRank pageRank = new PageRank(0.85, 1e-9);
        calling("pageRank.rank(new int[0][])", () -> pageRank.rank(new int[0][]))
                .fails(IllegalArgumentException.class, "nobody can be anywhere");
        calling("pageRank.rank({{1}, {2}})", () -> pageRank.rank(new int[][] {{1}, {2}}))
                .fails(IllegalArgumentException.class, "there are pages 0 and 1");
        calling("pageRank.rank({{1}, {-1}})", () -> pageRank.rank(new int[][] {{1}, {-1}}))
                .fails(IllegalArgumentException.class, "there are pages 0 and 1");
    }

    @Test
    @DisplayName("without links, or without following them, all pages are equal")
    @Clause({"dangling", "sum"})
    void equalPages() {
        double[] quarters = {0.25, 0.25, 0.25, 0.25};
        calling(
                        "new PageRank(0.85, 1e-9).rank({{}, {}, {}, {}})",
                        () -> new PageRank(0.85, 1e-9).rank(new int[4][0]).toArray())
                .gives(quarters, "every step is a jump");
        calling(
                        "new PageRank(0, 1e-9).rank({{1}, {0, 2, 3}, {1, 3}, {}})",
                        () -> new PageRank(0, 1e-9)
                                .rank(new int[][] {{1}, {0, 2, 3}, {1, 3}, {}})
                                .toArray())
                .gives(quarters, "no link is ever followed");
        calling(
                        "new PageRank(0.85, 1e-9).rank({{}})",
                        () -> new PageRank(0.85, 1e-9).rank(new int[1][0]).toArray())
                .gives(new double[] {1}, "there's only one place to be");
    }

    @Test
    @DisplayName("a page that's listed twice counts twice, and a page may link to itself")
    @Clause({"twice", "ranks"})
    void repeatedLinks() {
        compare(0.5, new int[][] {{1, 1, 2}, {}, {}});
        compare(0.5, new int[][] {{0}, {0}});
        compare(0.85, new int[][] {{0, 0, 1}, {1}});
    }

    @Test
    @DisplayName("a page that nobody links to has a rank above 0")
    @Clause({"sum", "ranks"})
    void withoutLinksToIt() {
        compare(0.85, new int[][] {{1}, {0}, {0}});
    }

    @Test
    @DisplayName("with a damping factor near 1, there are enough iterations")
    @Clause({"accuracy", "ranks"})
    void nearOne() {
        compare(0.99, new int[][] {{1}, {2}, {0, 1}, {0}});
    }

    @Test
    @DisplayName("rank changes none of the links")
    @Clause("unchanged")
    void linksAreUnchanged() {
        int[][] links = {{1, 2}, {2, 2}, {0}, {}};
        int[][] before = Arrays.stream(links).map(int[]::clone).toArray(int[][]::new);
        calling("new PageRank(0.85, 1e-9).rank(links)", () -> new PageRank(0.85, 1e-9).rank(links))
                .result();
        unchanged("links", before, links);
    }

    private static void compare(double damping, int[][] links) {
        calling(
                        () -> call(damping, 1e-12, links),
                        () -> new PageRank(damping, 1e-12).rank(links).toArray())
                .within(0, 1.1e-12 / (1 - damping))
                .gives(exact(damping, links), "these ranks stay as they are in a step");
    }

    static String call(double damping, double tolerance, int[][] links) {
        return "new PageRank(" + damping + ", " + tolerance + ").rank("
                + Arrays.deepToString(links).replace('[', '{').replace(']', '}') + ")";
    }

    /// The ranks as the solution of `r = (1 − d)/n + d·M·r`, by elimination.
    static double[] exact(double damping, int[][] links) {
        int n = links.length;
        double[][] rows = new double[n][n + 1];
        for (int i = 0; i < n; i++) {
            rows[i][i] += 1;
            rows[i][n] = (1 - damping) / n;
            int[] targets =
                    links[i].length > 0 ? links[i] : IntStream.range(0, n).toArray();
            for (int target : targets) {
                rows[target][i] -= damping / targets.length;
            }
        }
        // The diagonal dominates each column, so no swaps are needed.
        for (int k = 0; k < n; k++) {
            for (int i = 0; i < n; i++) {
                double multiplier = i == k ? 0 : rows[i][k] / rows[k][k];
                for (int j = k; j <= n && i != k; j++) {
                    rows[i][j] -= multiplier * rows[k][j];
                }
            }
        }
        double[] ranks = new double[n];
        for (int i = 0; i < n; i++) {
            ranks[i] = rows[i][n] / rows[i][i];
        }
        return ranks;
    }
}
