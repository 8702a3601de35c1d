package gradus.checks.eigen;

import static gradus.proctor.assertions.Expect.calling;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.PowerIteration;
import gradus.ml.linalg.PowerIteration.Eigenpair;
import gradus.ml.linalg.Vector;
import gradus.proctor.assertions.Clause;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Power iteration at the edges of its contract: signs, zeros, maps that never settle, huge and tiny numbers.
class PowerChecks {

    @Test
    @DisplayName("a negative dominant eigenvalue keeps its sign, and the iteration ends")
    @Clause({"negative", "eigenpair"})
    void negativeDominantEigenvalue() {
        Eigenpair flips = found(new double[][] {{-2, 0}, {0, 1}}, 1e-10, 200, 1, 1);
        expect(flips, -2, true, "it flips the first axis and doubles it: the largest absolute value is 2", 1, 0);
        Eigenpair mixed = found(new double[][] {{-3, 1}, {1, 1}}, 1e-10, 200, 1, 1);
        calling("pair.converged()", mixed::converged).gives(true, "the eigenvalues are −3.24 and 1.24");
        calling("pair.eigenvalue()", mixed::eigenvalue).gives(-1 - Math.sqrt(5), "λ² + 2λ − 4 = 0");
    }

    @Test
    @DisplayName("a map without a dominant direction doesn't converge, and is given up after maxIterations")
    @Clause({"not-converged", "unit"})
    void noDominantDirection() {
        Eigenpair turned = found(new double[][] {{0, -1}, {1, 0}}, 1e-9, 100, 1, 0);
        calling("pair.converged()", turned::converged).gives(false, "a quarter turn keeps no direction");
        calling("pair.iterations()", turned::iterations).gives(100, "maxIterations");
        calling("pair.eigenvalue()", turned::eigenvalue)
                .within(0, 1e-12)
                .gives(0.0, "the image is perpendicular to the vector");

        Eigenpair odd = found(new double[][] {{0, 1}, {1, 0}}, 1e-9, 7, 1, 0);
        expect(odd, 0, false, "six multiplications swap the axes six times", 1, 0);
        calling("pair.iterations()", odd::iterations).gives(7, "maxIterations");
        Eigenpair even = found(new double[][] {{0, 1}, {1, 0}}, 1e-9, 8, 1, 0);
        expect(even, 0, false, "seven multiplications swap the axes seven times", 0, 1);
        calling("pair.iterations()", even::iterations).gives(8, "maxIterations");
    }

    @Test
    @DisplayName("a vector that the map sends to 0 has the eigenvalue 0")
    @Clause({"zero-image", "calls"})
    void imageIsZero() {
        Eigenpair zero = found(new double[][] {{0, 0}, {0, 0}}, 1e-9, 50, 0, 2);
        expect(zero, 0, true, "each vector is an eigenvector of the zero matrix", 0, 1);
        calling("pair.iterations()", zero::iterations).gives(1, "the start is an eigenvector");
        Eigenpair far = found(new double[][] {{0, 1000}, {0, 0}}, 1e-9, 50, 0, 1);
        expect(far, 0, true, "(0, 1) goes to (1000, 0), which goes to 0", 1, 0);
        calling("pair.iterations()", far::iterations).gives(2, "(0, 1) isn't an eigenvector, but (1, 0) is");
    }

    @Test
    @DisplayName("huge and tiny eigenvalues neither overflow nor underflow")
    @Clause({"any-size", "eigenpair"})
    void anySize() {
        String why = "the directions are those of the matrix with 1 and 0.5 on its diagonal";
        for (double size : new double[] {1, 1e6, 1e100, 1e-6, 1e-100}) {
            Eigenpair pair = found(new double[][] {{size, 0}, {0, size / 2}}, 1e-10, 500, 1, 1);
            expect(pair, size, true, why, 1, 0);
        }
    }

    @Test
    @DisplayName("a start that is an eigenvector is the result, dominant or not")
    @Clause({"start", "calls"})
    void startIsAnEigenvector() {
        Eigenpair pair = found(new double[][] {{3, 0}, {0, 1}}, 1e-9, 50, 0, 5);
        expect(pair, 1, true, "(0, 5) has no part along the first axis, which never gets one", 0, 1);
        calling("pair.iterations()", pair::iterations).gives(1, "there's nothing to improve");
        Eigenpair single = found(new double[][] {{-4}}, 1e-9, 50, 2);
        expect(single, -4, true, "a map of one number multiplies it", 1);
        calling("pair.iterations()", single::iterations).gives(1, "there's nothing to improve");
    }

    @Test
    @DisplayName("a start of 0 has no direction, so it throws")
    @Clause("zero-start")
    void zeroStart() {
        Matrix a = Matrix.of(new double[] {2, 1}, new double[] {1, 2});
        calling(
                        "power.dominantEigenpair(a::times, Vector.of(0, 0))",
                        () -> new PowerIteration(1e-9, 50).dominantEigenpair(a::times, Vector.of(0, 0)))
                .fails(IllegalArgumentException.class, "nothing can be divided by the length 0");
    }

    @Test
    @DisplayName("each iteration calls the map once, with a vector of length 1")
    @Clause({"calls", "any-size"})
    void callsOfTheMap() {
        Matrix a = Matrix.of(new double[] {5, 2}, new double[] {1, 4});
        for (int most : new int[] {1, 2, 3, 1000}) {
            List<Double> lengths = new ArrayList<>();
            String power = "new PowerIteration(1e-9, " + most + ")";
            int iterations = calling(
                            power + ".dominantEigenpair(map, Vector.of(30, −40)).iterations()",
                            () -> new PowerIteration(1e-9, most)
                                    .dominantEigenpair(
                                            v -> {
                                                double[] x = v.toArray();
                                                lengths.add(Math.hypot(x[0], x[1]));
                                                return a.times(v);
                                            },
                                            Vector.of(30, -40))
                                    .iterations())
                    .result();
            calling("the number of calls of map by " + power, lengths::size)
                    .gives(iterations, "one call in each iteration, and none besides");
            for (double length : lengths) {
                calling("the length of a vector that map got from " + power, () -> length)
                        .gives(1.0, "lengths would grow or shrink without bound");
            }
        }
    }

    static Eigenpair found(double[][] a, double tolerance, int maxIterations, double... start) {
        return calling(
                        () -> PowerLawChecks.call(a, tolerance, maxIterations, start),
                        () -> new PowerIteration(tolerance, maxIterations)
                                .dominantEigenpair(Matrix.of(a)::times, Vector.of(start)))
                .result();
    }

    private static void expect(Eigenpair pair, double value, boolean converged, String why, double... vector) {
        calling("pair.converged()", pair::converged).gives(converged, why);
        calling("pair.eigenvalue()", pair::eigenvalue)
                .within(1e-9, Math.abs(value) * 1e-9)
                .gives(value, why);
        calling("pair.eigenvector().toArray()", () -> pair.eigenvector().toArray())
                .within(0, 1e-9)
                .gives(vector, why);
    }
}
