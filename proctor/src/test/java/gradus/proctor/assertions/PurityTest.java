package gradus.proctor.assertions;

import static gradus.proctor.failure.Failures.finding;
import static org.assertj.core.api.Assertions.assertThat;

import gradus.proctor.transcript.Event.Finding;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PurityTest {

    private static final Random GLOBAL = new Random(3);

    private double calls;
    private final double[] buffer = new double[2];

    private record Wrapped(double[] inner) {}

    @Test
    void aResultWithItsOwnArrayIsNotAliased() {
        Purity.noAliasing("f(x)", () -> new double[] {1, 2}, double[]::clone, out -> out);
        Purity.noAliasing("f(x)", () -> new double[] {1, 2}, x -> new Wrapped(x.clone()), Wrapped::inner);
    }

    @Test
    void aResultThatSharesTheArgumentsArrayIsAliased() {
        Finding finding = finding(
                () -> Purity.noAliasing("Vector.of(x)", () -> new double[] {1, 2}, Wrapped::new, Wrapped::inner));

        assertThat(finding.call()).isEqualTo("Vector.of(x)");
        assertThat(finding.expected())
                .isEqualTo("a result that stays the same when the argument is changed afterwards");
        assertThat(finding.symptoms()).containsExactly("aliased");
        assertThat(finding(() -> Purity.noAliasing(
                                "f(x)",
                                () -> new double[] {1, 2},
                                Wrapped::new,
                                w -> w.inner().clone()))
                        .symptoms())
                .containsExactly("aliased");
    }

    @Test
    void aSharedRowIsFoundAtAnyDepth() {
        double[][] rows = {{1, 2}, {3}};

        Purity.sharesNoArray("f(rows)", rows, new double[][] {{1, 2}, {3}});
        Purity.sharesNoArray("f(rows)", rows, List.of(rows[0].clone()));
        assertThat(finding(() -> Purity.sharesNoArray("f(rows)", rows, new double[][] {{1}, rows[1]}))
                        .symptoms())
                .containsExactly("aliased");
        assertThat(finding(() -> Purity.sharesNoArray("f(rows)", List.of(rows), rows[0]))
                        .symptoms())
                .containsExactly("aliased");
    }

    @Test
    void aCallThatReturnsTheSameAgainIsRepeatable() {
        assertThat(Purity.repeatable("f()", () -> new double[] {1, Double.NaN})).hasSize(2);
        Purity.repeatable("f()", () -> new double[][] {{1}, {2}});
    }

    @Test
    void aCallThatKeepsStateIsStateful() {
        Finding finding = finding(() -> Purity.repeatable("counter.next()", () -> ++calls));

        assertThat(finding.call()).isEqualTo("counter.next(), called a second time,");
        assertThat(finding.expected()).isEqualTo("1.0, as the first time");
        assertThat(finding.got()).isEqualTo("2.0");
        assertThat(finding.symptoms()).containsExactly("stateful");
    }

    @Test
    void aReusedBufferIsStateful() {
        assertThat(finding(() -> Purity.unaffectedBy("f(1)", () -> filled(1), "f(2)", () -> ++calls))
                        .symptoms())
                .as("a later call sees what an earlier one left")
                .containsExactly("stateful");
        Purity.unaffectedBy("g(1)", () -> 1.0, "g(2)", () -> 2.0);
    }

    private double[] filled(double value) {
        buffer[0] = value + calls;
        return buffer;
    }

    @Test
    void aResultThatASecondCallOverwritesIsStateful() {
        double[] shared = new double[1];
        double[] first = {5};

        assertThat(finding(() -> Purity.repeatable("f()", () -> {
                            double[] out = first[0] == 5 ? shared : new double[] {5};
                            shared[0] = first[0];
                            first[0] = 6;
                            return out;
                        }))
                        .call())
                .isEqualTo("the result of the first f(), after a second call,");
    }

    @Test
    void randomnessFromTheSeedAlonePasses() {
        Purity.seeded(
                seed -> "f(" + seed + ")", seed -> new Random(seed).doubles(3).toArray());
        Purity.seeded(seed -> "coin(" + seed + ")", seed -> seed % 3 == 0);
    }

    @Test
    void otherRandomnessIsFound() {
        Finding finding = finding(() -> Purity.seeded(seed -> "f(" + seed + ")", _ -> GLOBAL.nextDouble()));

        assertThat(finding.call()).isEqualTo("f(1), called a second time,");
        assertThat(finding.symptoms()).containsExactly("global-seed");
    }

    @Test
    void aSeedThatMakesNoDifferenceIsFound() {
        Finding finding = finding(() -> Purity.seeded(seed -> "f(" + seed + ")", _ -> new Random(42).nextInt()));

        assertThat(finding.call()).isEqualTo("f(2)");
        assertThat(finding.symptoms()).containsExactly("seed-ignored");
    }

    @Test
    void anArrayThatAnActionChangesIsFound() {
        Purity.leavesUnchanged("x", new double[] {1, 2}, x -> assertThat(x).hasSize(2));
        assertThat(finding(() -> Purity.leavesUnchanged("x", new double[] {1, 2}, x -> x[0] = 7))
                        .symptoms())
                .containsExactly("changed-argument");
    }
}
