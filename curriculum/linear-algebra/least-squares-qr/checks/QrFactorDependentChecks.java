package gradus.checks.least_squares_qr;

import static gradus.checks.least_squares_qr.QrFactorChecks.of;
import static gradus.checks.least_squares_qr.QrFactorChecks.orthonormal;
import static gradus.checks.least_squares_qr.QrFactorChecks.product;
import static gradus.checks.least_squares_qr.QrFactorChecks.qr;
import static gradus.checks.least_squares_qr.QrFactorChecks.random;
import static gradus.checks.least_squares_qr.QrFactorChecks.reference;
import static gradus.proctor.assertions.Expect.calling;

import gradus.proctor.assertions.Clause;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The two factors of columns that are nearly or exactly dependent, zero, or in other units.
class QrFactorDependentChecks {

    @Test
    @DisplayName("three columns that are 1e-4 apart: the columns of Q are orthogonal")
    @Clause({"nearly", "orthonormal"})
    void nearlyDependent() {
        for (double[][] a : nearby(1e-4)) {
            orthonormal(
                    () -> "Qr.of(a).q() for three columns that are 1e-4 apart",
                    a,
                    1e-10,
                    "columns that are close to each other still span a space");
        }
    }

    @Test
    @DisplayName("three columns that are 1e-8 apart: the columns of Q are still orthogonal")
    @Clause({"nearly", "orthonormal"})
    void veryNearlyDependent() {
        for (double gap : new double[] {1e-8, 1e-9}) {
            for (double[][] a : nearby(gap)) {
                orthonormal(
                        () -> "Qr.of(a).q() for three columns that are " + gap + " apart",
                        a,
                        1e-10,
                        "a rest of " + gap + " has lost half of its digits, so the other half has to be made good");
                calling(
                                "q·r for three columns that are " + gap + " apart",
                                () -> product(qr(a).q().toArray(), qr(a).r().toArray()))
                        .within(1e-10, 1e-10)
                        .gives(a, "R contains all that has been subtracted");
            }
        }
    }

    @Test
    @DisplayName("a third column that is nearly a combination of the other two: the columns of Q are orthogonal")
    @Clause({"nearly", "orthonormal"})
    void nearlyInThePlane() {
        double[][] two = {{1, 2}, {-3, 1}, {2, 2}, {5, -1}};
        for (double[] mix : new double[][] {{1, 1}, {0.3, 0.7}, {2, -3}}) {
            double[][] a = new double[two.length][];
            for (int i = 0; i < a.length; i++) {
                double beside = i == 0 ? 1e-9 : 0;
                a[i] = new double[] {two[i][0], two[i][1], mix[0] * two[i][0] + mix[1] * two[i][1] + beside};
            }
            orthonormal(
                    () -> of(a) + ".q()",
                    a,
                    1e-10,
                    "subtracting a large shadow on the second direction brings back rounding errors along the first");
        }
    }

    @Test
    @DisplayName("a column that depends on those before it leaves nothing, and Q is still orthonormal")
    @Clause({"dependent", "orthonormal", "product"})
    void dependent() {
        double[][] whole = {{1, 2}, {-3, 1}, {2, 2}, {5, -1}, {1, 4}, {-2, 3}, {0, 1}, {4, 1}};
        for (double[] mix : new double[][] {{1, 0}, {2, -3}, {0.3, 0.7}, {0, 0}, {-1, 1}}) {
            double[][] a = new double[whole.length][];
            for (int i = 0; i < a.length; i++) {
                double third = mix[0] * whole[i][0] + mix[1] * whole[i][1];
                a[i] = new double[] {whole[i][0], whole[i][1], third, i * i};
            }
            String call = "Qr.of(a) for a third column that is " + mix[0] + " times the first plus " + mix[1]
                    + " times the second";
            double[][] q = orthonormal(
                    () -> call + ", q",
                    a,
                    1e-10,
                    "any direction will do that is orthogonal to the others, because R doesn't use it");
            calling(call + ", r.get(2, 2)", () -> qr(a).r().get(2, 2))
                    .within(0, 1e-10)
                    .gives(0.0, "nothing is left of the third column");
            calling(call + ", q·r", () -> product(q, qr(a).r().toArray()))
                    .within(1e-10, 1e-9)
                    .gives(a, "Q and R are factors of A, also if columns depend on others");
        }
    }

    @Test
    @DisplayName("zeros everywhere or in a column, and a column that lies on an axis, are no reason for NaN")
    @Clause({"dependent", "orthonormal"})
    void zeros() {
        double[][][] all = {
            {{0, 0}, {0, 0}, {0, 0}},
            {{0, 1}, {0, 2}, {0, 2}},
            {{0}},
            {{0, 0}, {0, 0}},
            {{0, 0}, {1, 2}},
            {{0, 3, 1}, {0, 4, 1}},
            {{1, 1, 1}, {1, 1, 1}, {1, 1, 1}},
            {{0, 2, 2}, {0, 0, 0}, {0, 0, 0}}
        };
        for (double[][] a : all) {
            double[][] q =
                    orthonormal(() -> of(a) + ".q()", a, 1e-10, "directions that aren't needed are orthonormal too");
            calling(() -> of(a) + ", q·r", () -> product(q, qr(a).r().toArray()))
                    .within(1e-10, 1e-10)
                    .gives(a, "Q and R are factors of A");
        }
    }

    @Test
    @DisplayName("another unit for a column changes neither Q nor the other columns of R")
    @Clause({"units", "product"})
    void units() {
        double[][] a = random(6, 3, 8);
        double[] units = {1e-30, 1, 1e30};
        double[][] changed = new double[6][3];
        for (int i = 0; i < 6; i++) {
            for (int c = 0; c < 3; c++) {
                changed[i][c] = a[i][c] * units[c];
            }
        }
        calling(
                        "Qr.of(a).q() with the columns times 1e-30, 1 and 1e30",
                        () -> qr(changed).q().toArray())
                .within(1e-9, 1e-10)
                .gives(reference(a), "a column keeps its direction, however long it is");
        double[][] r = calling("Qr.of(a).r()", () -> qr(a).r().toArray()).result();
        calling("Qr.of(a).r() with the columns times 1e-30, 1 and 1e30", () -> {
                    double[][] other = qr(changed).r().toArray();
                    for (double[] row : other) {
                        for (int c = 0; c < 3; c++) {
                            row[c] /= units[c];
                        }
                    }
                    return other;
                })
                .within(1e-9, 1e-10)
                .gives(r, "each column of R is in the unit of that column of A");
    }

    /// Five matrices with three columns that differ by vectors of about this length.
    static double[][][] nearby(double gap) {
        var random = new Random(12);
        double[][][] all = new double[5][8][3];
        for (double[][] a : all) {
            for (double[] row : a) {
                double common = random.nextGaussian();
                Arrays.setAll(row, _ -> common + gap * random.nextGaussian());
            }
        }
        return all;
    }
}
