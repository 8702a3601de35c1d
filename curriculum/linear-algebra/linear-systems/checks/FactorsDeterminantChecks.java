package gradus.checks.linear_systems;

import static gradus.checks.linear_systems.BySubstitutionChecks.product;
import static gradus.checks.linear_systems.BySubstitutionChecks.show;
import static gradus.proctor.assertions.Expect.calling;
import static gradus.proctor.property.MetamorphicRelations.relations;
import static gradus.proctor.property.Property.forAll;

import gradus.ml.linalg.Lu;
import gradus.ml.linalg.Matrix;
import gradus.proctor.assertions.Clause;
import gradus.proctor.probes.Argument;
import gradus.proctor.probes.MemberProbes;
import gradus.proctor.probes.Probe;
import gradus.proctor.property.Gen;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The determinant that the library multiplies from the factors, compared with its expansion by the first row, and its
/// laws.
class FactorsDeterminantChecks {

    private static final Gen<double[][]> SMALL = Gen.sizes(1, 4).flatMap(n -> Gen.matrix(Gen.doubles(-4, 4), n, n));

    @Test
    @DisplayName("the determinant is that of the expansion by the first row")
    @Clause("determinant")
    void agreesWithTheExpansion() {
        forAll(SMALL)
                .check(a -> calling(() -> "Lu.of(" + show(a) + ").determinant()", () -> determinant(a))
                        .within(1e-9, 1e-9)
                        .gives(
                                expansion(a),
                                "the sum over the first row: entry times determinant of the rest, signs in turn"));
    }

    private static double determinant(double[][] a) {
        return Lu.of(Matrix.of(a)).determinant();
    }

    private static double expansion(double[][] a) {
        int n = a.length;
        if (n == 0) {
            return 1;
        }
        double sum = 0;
        for (int skip = 0; skip < n; skip++) {
            double[][] rest = new double[n - 1][n - 1];
            for (int r = 1; r < n; r++) {
                for (int c = 0; c < n - 1; c++) {
                    rest[r - 1][c] = a[r][c < skip ? c : c + 1];
                }
            }
            sum += (skip % 2 == 0 ? 1 : -1) * a[0][skip] * expansion(rest);
        }
        return sum;
    }

    @Test
    @DisplayName("swapping two rows changes the sign, transposing changes nothing")
    @Clause("determinant")
    void swapsAndTransposes() {
        Gen<double[][]> atLeastTwoRows = Gen.sizes(2, 4).flatMap(n -> Gen.matrix(Gen.doubles(-4, 4), n, n));
        relations(atLeastTwoRows, a -> "Lu.of(" + show(a) + ").determinant()", FactorsDeterminantChecks::determinant)
                .within(1e-9, 1e-9)
                .equivariant(
                        "the first and the last row swapped",
                        FactorsDeterminantChecks::swapped,
                        value -> -value,
                        "a swap mirrors space");
        relations(SMALL, a -> "Lu.of(" + show(a) + ").determinant()", FactorsDeterminantChecks::determinant)
                .within(1e-9, 1e-9)
                .invariant(
                        "transposed",
                        a -> Matrix.of(a).transpose().toArray(),
                        "a matrix and its transpose change volumes by the same factor");
    }

    private static double[][] swapped(double[][] a) {
        double[][] result = a.clone();
        result[0] = a[a.length - 1];
        result[a.length - 1] = a[0];
        return result;
    }

    @Test
    @DisplayName("the determinant of a product is the product of the determinants")
    @Clause("determinant")
    void productRule() {
        forAll(Gen.sizes(1, 4)
                        .flatMap(n ->
                                Gen.pairs(Gen.matrix(Gen.doubles(-3, 3), n, n), Gen.matrix(Gen.doubles(-3, 3), n, n))))
                .check(pair -> {
                    double[][] both = product(pair.first(), pair.second());
                    calling(() -> "Lu.of(" + show(both) + ").determinant()", () -> determinant(both))
                            .within(1e-9, 1e-7)
                            .gives(
                                    expansion(pair.first()) * expansion(pair.second()),
                                    "it's the product of two matrices, and each changes volumes by its own factor");
                });
    }

    @Test
    @DisplayName("reordered rows of the identity have the determinant 1 or −1: the parity of the swaps")
    @Clause("determinant")
    void parity() {
        forAll(Gen.sizes(1, 6).flatMap(Gen::permutations)).check(order -> {
            int n = order.length;
            int inversions = 0;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < i; j++) {
                    inversions += order[j] > order[i] ? 1 : 0;
                }
            }
            double[][] rows = Matrix.from(n, n, (r, c) -> c == order[r] ? 1 : 0).toArray();
            calling(() -> "Lu.of(" + show(rows) + ").determinant()", () -> determinant(rows))
                    .gives(
                            inversions % 2 == 0 ? 1.0 : -1.0,
                            "an even number of swaps keeps the sign, an odd number changes it");
        });
    }

    @Test
    @DisplayName("a determinant may be tiny, huge, or 0")
    @Clause("determinant")
    void sizes() {
        calling(
                        "Lu.of(0.1 times the identity with 20 rows).determinant()",
                        () -> Lu.of(Matrix.identity(20).times(0.1)).determinant())
                .gives(1e-20, "0.1 to the power 20");
        calling(
                        "Lu.of(-10 times the identity with 21 rows).determinant()",
                        () -> Lu.of(Matrix.identity(21).times(-10)).determinant())
                .gives(-1e21, "−10 to the power 21");
        calling(
                        "Lu.of(Matrix.of(new double[][] {{1, 2}, {2, 4}})).determinant()",
                        () -> determinant(new double[][] {{1, 2}, {2, 4}}))
                .gives(0.0, "the rows lie on one line, so every area becomes 0");
        calling("Lu.of(Matrix.zeros(3, 3)).determinant()", () -> determinant(new double[3][3]))
                .gives(0.0, "every volume becomes 0");
    }

    @Test
    @DisplayName("the determinant is right at every size")
    @Clause({"determinant", "empty"})
    void determinantIsProbed() {
        String finite = "the contract is about finite numbers";
        MemberProbes.of(
                        "Lu.of(a).determinant() with x on the diagonal of a, a 1 to the right of each, and a 1 in the"
                                + " corner below",
                        Argument.array(),
                        x -> Lu.of(Matrix.from(x.length, x.length, (r, c) -> ring(x, r, c)))
                                .determinant(),
                        FactorsDeterminantChecks::ringDeterminant)
                .upTo(17)
                .within(1e-9, 1e-8)
                .without(Probe.NAN, finite)
                .without(Probe.INFINITIES, finite)
                .without(Probe.NEGATIVE_ZERO, "the contract leaves the sign of a zero open")
                .hold("it's the product of the diagonal, plus or minus the product of the ones");
    }

    private static double ring(double[] x, int r, int c) {
        return r == c ? x[r] : c == (r + 1) % x.length ? 1 : 0;
    }

    private static double ringDeterminant(double[] x) {
        double product = 1;
        for (double value : x) {
            product *= value;
        }
        return x.length < 2 ? product : product + (x.length % 2 == 0 ? -1 : 1);
    }
}
