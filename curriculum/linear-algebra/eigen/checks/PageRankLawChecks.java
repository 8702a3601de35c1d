package gradus.checks.eigen;

import static gradus.proctor.assertions.Expect.calling;
import static gradus.proctor.property.MetamorphicRelations.relations;
import static gradus.proctor.property.Property.forAll;

import gradus.ml.linalg.PageRank;
import gradus.proctor.assertions.Clause;
import gradus.proctor.property.Gen;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Laws of PageRank on random links: small ones first.
class PageRankLawChecks {

    private static final Gen<int[][]> LINKS = Gen.sizes(1, 5)
            .flatMap(n -> Gen.lists(Gen.intArrays(Gen.ints(0, n - 1), 0, 4), n, n))
            .map(pages -> pages.toArray(int[][]::new));

    @Test
    @DisplayName("the ranks solve their equations, whatever the damping factor")
    @Clause({"ranks", "dangling", "accuracy"})
    void ranksSolveTheirEquations() {
        forAll(Gen.pairs(LINKS, Gen.doubles(0.1, 0.9)))
                .check(sample -> calling(
                                () -> PageRankChecks.call(sample.second(), 1e-12, sample.first()),
                                () -> rank(sample.second(), 1e-12, sample.first()))
                        .within(0, 1e-10)
                        .gives(
                                PageRankChecks.exact(sample.second(), sample.first()),
                                "each rank is what arrives: by links, from dead ends, and by jumps"));
    }

    @Test
    @DisplayName("the ranks are positive, and their sum is 1")
    @Clause("sum")
    void ranksAreProbabilities() {
        forAll(LINKS)
                .check(links -> calling(() -> PageRankChecks.call(0.85, 1e-9, links), () -> rank(0.85, 1e-9, links))
                        .satisfies(
                                ranks -> Arrays.stream(ranks).allMatch(rank -> rank > 0),
                                "positive ranks",
                                "a jump reaches every page"));
        relations(LINKS, links -> PageRankChecks.call(0.85, 1e-9, links), links -> rank(0.85, 1e-9, links))
                .sumsTo(1, ranks -> ranks, "the traveller is always somewhere");
    }

    @Test
    @DisplayName("the distance to the exact ranks is within tolerance·damping/(1 − damping)")
    @Clause("accuracy")
    void looseTolerance() {
        forAll(LINKS).check(links -> {
            double[] exact = PageRankChecks.exact(0.85, links);
            calling(() -> PageRankChecks.call(0.85, 1e-3, links), () -> rank(0.85, 1e-3, links))
                    .satisfies(
                            ranks -> IntStream.range(0, exact.length)
                                            .mapToDouble(i -> Math.abs(ranks[i] - exact[i]))
                                            .sum()
                                    <= 1e-3 * 0.85 / 0.15 + 1e-9,
                            "about " + Arrays.toString(exact),
                            "the last step changed the ranks by at most 0.001 in total");
        });
    }

    @Test
    @DisplayName("the ranks after the last step are returned, not those before it")
    @Clause("accuracy")
    void afterTheLastStep() {
        int[][] links = {{0, 0, 1}, {1}};
        calling(() -> PageRankChecks.call(0.5, 0.06, links), () -> rank(0.5, 0.06, links))
                .satisfies(
                        ranks -> Math.abs(ranks[0] - 0.375) + Math.abs(ranks[1] - 0.625) <= 0.06,
                        "ranks that differ from [0.375, 0.625] by at most 0.06 in total",
                        "the second step changes the ranks by 0.056, so they're good enough after it");
    }

    @Test
    @DisplayName("a dead end counts as a page with a link to every page")
    @Clause("dangling")
    void deadEndsLinkToAll() {
        same(
                "with a link to each page in place of none",
                links -> {
                    int[] all = IntStream.range(0, links.length).toArray();
                    return Arrays.stream(links)
                            .map(targets -> targets.length == 0 ? all : targets)
                            .toArray(int[][]::new);
                },
                "from a dead end, the traveller jumps to any page");
    }

    @Test
    @DisplayName("listing every link three times changes nothing")
    @Clause("twice")
    void everyLinkThreeTimes() {
        same(
                "with every link listed three times",
                links -> Arrays.stream(links)
                        .map(targets -> IntStream.concat(
                                        Arrays.stream(targets),
                                        IntStream.concat(Arrays.stream(targets), Arrays.stream(targets)))
                                .toArray())
                        .toArray(int[][]::new),
                "each is followed as often as before");
    }

    private static void same(String change, UnaryOperator<int[][]> changed, String why) {
        relations(LINKS, links -> PageRankChecks.call(0.85, 1e-12, links), links -> rank(0.85, 1e-12, links))
                .within(0, 1e-10)
                .invariant(change, changed, why);
    }

    @Test
    @DisplayName("with the pages in reverse order, so are the ranks")
    @Clause("ranks")
    void pagesReversed() {
        relations(LINKS, links -> PageRankChecks.call(0.85, 1e-12, links), links -> rank(0.85, 1e-12, links))
                .within(0, 1e-10)
                .equivariant(
                        "pages in reverse order",
                        links -> {
                            int n = links.length;
                            int[][] reversed = new int[n][];
                            for (int i = 0; i < n; i++) {
                                reversed[n - 1 - i] = Arrays.stream(links[i])
                                        .map(target -> n - 1 - target)
                                        .toArray();
                            }
                            return reversed;
                        },
                        ranks -> {
                            double[] reversed = new double[ranks.length];
                            for (int i = 0; i < ranks.length; i++) {
                                reversed[i] = ranks[ranks.length - 1 - i];
                            }
                            return reversed;
                        },
                        "the numbers of the pages are only names");
    }

    private static double[] rank(double damping, double tolerance, int[][] links) {
        return new PageRank(damping, tolerance).rank(links).toArray();
    }
}
