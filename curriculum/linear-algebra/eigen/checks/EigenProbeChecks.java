package gradus.checks.eigen;

import gradus.ml.linalg.PageRank;
import gradus.ml.linalg.PowerIteration;
import gradus.ml.linalg.PowerIteration.Eigenpair;
import gradus.ml.linalg.Vector;
import gradus.proctor.assertions.Clause;
import gradus.proctor.probes.Argument;
import gradus.proctor.probes.MemberProbes;
import gradus.proctor.probes.Probe;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Both members at many sizes, against slow definitions.
class EigenProbeChecks {

    private static final String FINITE = "the contract is about finite numbers";

    @Test
    @DisplayName("one iteration is right at every size: the eigenvalue, then the eigenvector")
    @Clause({"rayleigh", "unit", "zero-start"})
    void oneIterationIsProbed() {
        MemberProbes.of(
                        "new PowerIteration(1e-9, 1).dominantEigenpair(v -> v_i·(i + 1) for each i, x)",
                        Argument.of(Vector::of, Vector::toArray),
                        x -> numbers(new PowerIteration(1e-9, 1).dominantEigenpair(EigenProbeChecks::stretch, x)),
                        EigenProbeChecks::rayleigh)
                .upTo(33)
                .without(Probe.NAN, FINITE)
                .without(Probe.INFINITIES, FINITE)
                .without(Probe.NEGATIVE_ZERO, "the contract leaves the sign of a zero open")
                .hold("the Rayleigh quotient of the start, and the start with length 1");
    }

    private static Vector stretch(Vector v) {
        double[] stretched = v.toArray();
        for (int i = 0; i < stretched.length; i++) {
            stretched[i] *= i + 1;
        }
        return Vector.of(stretched);
    }

    private static double[] numbers(Eigenpair pair) {
        double[] v = pair.eigenvector().toArray();
        double[] numbers = new double[v.length + 1];
        numbers[0] = pair.eigenvalue();
        System.arraycopy(v, 0, numbers, 1, v.length);
        return numbers;
    }

    private static double[] rayleigh(double[] x) {
        double squares = 0;
        double weighted = 0;
        double largest = 0;
        for (int i = 0; i < x.length; i++) {
            squares += x[i] * x[i];
            weighted += (i + 1) * x[i] * x[i];
            largest = Math.max(largest, Math.abs(x[i]));
        }
        if (squares == 0) {
            throw new IllegalArgumentException("no direction");
        }
        // The leading component decides about the sign: the first of nearly the largest absolute value.
        int leading = 0;
        while (Math.abs(x[leading]) < (1 - 1e-6) * largest) {
            leading++;
        }
        double[] result = new double[x.length + 1];
        result[0] = weighted / squares;
        for (int i = 0; i < x.length; i++) {
            result[i + 1] = Math.signum(x[leading]) * x[i] / Math.sqrt(squares);
        }
        return result;
    }

    @Test
    @DisplayName("the ranks are right for any number of pages")
    @Clause({"ranks", "dangling", "pages"})
    void rankIsProbed() {
        MemberProbes.of(
                        "new PageRank(0.6, 1e-12).rank(page i of x.length links to page |x_i|, a whole number)",
                        Argument.array(),
                        x -> new PageRank(0.6, 1e-12).rank(links(x)).toArray(),
                        x -> {
                            if (x.length == 0) {
                                throw new IllegalArgumentException("no pages");
                            }
                            return PageRankChecks.exact(0.6, links(x));
                        })
                .upTo(17)
                .without(Probe.NAN, FINITE)
                .without(Probe.INFINITIES, FINITE)
                .without(Probe.NEGATIVE_ZERO, "no link is a negative zero")
                .hold("each rank is what arrives");
    }

    /// Page i links to page |x[i]|, a whole number, if there is one; else it's a dead end.
    private static int[][] links(double[] x) {
        int[][] links = new int[x.length][];
        for (int i = 0; i < x.length; i++) {
            int target = (int) Math.abs(x[i]);
            links[i] = target < x.length ? new int[] {target} : new int[0];
        }
        return links;
    }
}
