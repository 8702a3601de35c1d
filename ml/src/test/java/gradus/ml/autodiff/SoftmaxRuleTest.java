package gradus.ml.autodiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import gradus.ml.kernel.Rowwise;
import gradus.ml.numbers.Numerics;
import gradus.ml.numbers.Softmax;
import gradus.ml.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The rule for special scores of [Softmax], in every form in which softmax is computed.
class SoftmaxRuleTest {

    private static final double INFINITY = Double.POSITIVE_INFINITY;
    private static final double NAN = Double.NaN;

    /// Numbers of scores of minus infinity before the others, so that these are in a vector of the kernel, in
    /// the remainder, or in both.
    private static final int[] MASKED = {0, 1, 3, 7, 8, 15, 16, 30};

    /// Scores with their probabilities, and the logarithm of the sum of their exponentials.
    private record Row(double[] scores, double[] probabilities, double logSumExp) {}

    private static final List<Row> DEFINED = List.of(
            row(0, 0, 1),
            row(Math.log(2), 0, 0.5, 0, 0.5),
            row(5 + Math.log(2), -INFINITY, 0, 5, 0.5, 5, 0.5),
            row(1e4 + Math.log(4), 1e4, 0.25, 1e4, 0.25, 1e4, 0.25, 1e4, 0.25),
            row(3e38, 3e38, 1, -3e38, 0, 0, 0),
            row(-3e38, -3e38, 0.5, -3e38, 0.5),
            row(0, 0, 1, -1e4, 0),
            row(INFINITY, INFINITY, 1),
            row(INFINITY, 1, 0, INFINITY, 1, -INFINITY, 0, 3e38, 0),
            row(NAN, NAN, NAN),
            row(NAN, 1, NAN, NAN, NAN, 2, NAN),
            row(NAN, INFINITY, NAN, NAN, NAN),
            row(NAN, NAN, NAN, -INFINITY, NAN),
            row(NAN, INFINITY, NAN, INFINITY, NAN, NAN, NAN));

    private static final double[][] UNDEFINED = {
        {-INFINITY},
        {-INFINITY, -INFINITY},
        {INFINITY, INFINITY},
        {INFINITY, 3, INFINITY},
        {INFINITY, -INFINITY, INFINITY}
    };

    /// Scores and probabilities in turn.
    private static Row row(double logSumExp, double... scoresAndProbabilities) {
        int n = scoresAndProbabilities.length / 2;
        double[] scores = new double[n];
        double[] probabilities = new double[n];
        for (int i = 0; i < n; i++) {
            scores[i] = scoresAndProbabilities[2 * i];
            probabilities[i] = scoresAndProbabilities[2 * i + 1];
        }
        return new Row(scores, probabilities, logSumExp);
    }

    /// A form that gives probabilities.
    private enum Form {
        NUMBERS {
            @Override
            double[] of(double[] z) {
                return Softmax.of(z);
            }
        },
        LOGARITHMS_OF_NUMBERS {
            @Override
            double[] of(double[] z) {
                return Arrays.stream(Softmax.log(z)).map(Math::exp).toArray();
            }
        },
        KERNEL {
            @Override
            double[] of(double[] z) {
                float[] p = new float[z.length];
                Rowwise.softmax(floats(z), 0, p, 0, 1, z.length);
                return doubles(p);
            }
        },
        KERNEL_IN_PLACE {
            @Override
            double[] of(double[] z) {
                float[] p = floats(z);
                Rowwise.softmax(p, 0, p, 0, 1, z.length);
                return doubles(p);
            }
        },
        VARIABLE {
            @Override
            double[] of(double[] z) {
                return doubles(parameter(z).softmax().value().toArray());
            }
        },
        LOGARITHMS_OF_A_VARIABLE {
            @Override
            double[] of(double[] z) {
                double[] logs = doubles(parameter(z).logSoftmax().value().toArray());
                return Arrays.stream(logs).map(Math::exp).toArray();
            }
        },
        CROSS_ENTROPY_OF_EACH_TARGET {
            @Override
            double[] of(double[] z) {
                double[] p = new double[z.length];
                for (int target = 0; target < z.length; target++) {
                    Variable logits = parameter(z).reshape(1, -1);
                    p[target] = Math.exp(-VariableOps.crossEntropy(logits, new int[] {target})
                            .value()
                            .item());
                }
                return p;
            }
        },
        GRADIENT_OF_CROSS_ENTROPY {
            @Override
            double[] of(double[] z) {
                Variable x = parameter(z);
                VariableOps.crossEntropy(x.reshape(1, -1), new int[] {0}).backward();
                double[] p = doubles(x.gradient().toArray());
                p[0] += 1;
                return p;
            }
        };

        /// @throws IllegalArgumentException if softmax is not defined
        abstract double[] of(double[] z);
    }

    private static Variable parameter(double... z) {
        return Variable.parameter(Tensor.of(floats(z), z.length));
    }

    private static float[] floats(double... z) {
        float[] floats = new float[z.length];
        for (int i = 0; i < z.length; i++) {
            floats[i] = (float) z[i];
        }
        return floats;
    }

    private static double[] doubles(float... x) {
        double[] doubles = new double[x.length];
        Arrays.setAll(doubles, i -> x[i]);
        return doubles;
    }

    private static double[] masked(int count, double... z) {
        double[] masked = new double[count + z.length];
        Arrays.fill(masked, 0, count, -INFINITY);
        System.arraycopy(z, 0, masked, count, z.length);
        return masked;
    }

    @ParameterizedTest
    @EnumSource
    void everyFormHasTheSameLimits(Form form) {
        for (Row row : DEFINED) {
            for (int count : MASKED) {
                double[] z = masked(count, row.scores);
                double[] p = form.of(z);
                assertThat(p).hasSameSizeAs(z);
                for (int i = 0; i < p.length; i++) {
                    boolean isNaN = Double.isNaN(row.probabilities[0]);
                    double expected = isNaN ? NAN : i < count ? 0 : row.probabilities[i - count];
                    assertThat(Double.compare(p[i], expected) == 0 || Math.abs(p[i] - expected) <= 1e-6)
                            .as("probability %d of %s is %s, got %s", i, Arrays.toString(z), expected, p[i])
                            .isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyFormRejectsScoresWithoutALimitAndTheKernelGivesNaN(Form form) {
        for (double[] scores : UNDEFINED) {
            for (int count : MASKED) {
                double[] z = masked(count, scores);
                if (form == Form.KERNEL || form == Form.KERNEL_IN_PLACE) {
                    assertThat(form.of(z)).containsOnly(NAN);
                } else {
                    assertThatIllegalArgumentException()
                            .as(Arrays.toString(z))
                            .isThrownBy(() -> form.of(z))
                            .withMessageContaining("softmax is not defined for");
                }
            }
        }
    }

    @Test
    void logSumExpIsDefinedForAllScores() {
        for (Row row : DEFINED) {
            assertLogSumExp(row.logSumExp, row.scores);
        }
        assertLogSumExp(-INFINITY);
        for (double[] scores : UNDEFINED) {
            assertLogSumExp(Arrays.stream(scores).max().orElseThrow(), scores);
        }
    }

    private static void assertLogSumExp(double expected, double... scores) {
        for (int count : MASKED) {
            double[] z = masked(count, scores);
            Variable x = parameter(z);
            Variable result = x.logSumExp();
            for (double actual :
                    new double[] {Numerics.logSumExp(z), result.value().get(0)}) {
                assertThat(Double.compare(actual, expected) == 0
                                || Math.abs(actual - expected) <= 1e-6 * Math.abs(expected))
                        .as("log-sum-exp of %s is %s, got %s", Arrays.toString(z), expected, actual)
                        .isTrue();
            }
            result.sum().backward();
            if (expected == -INFINITY && z.length > 0) {
                assertThat(x.gradient().toArray()).containsOnly(0);
            }
        }
    }

    @Test
    void theMessageNamesTheRowOfAVariable() {
        Variable x = Variable.parameter(Tensor.of(floats(1, 2, NAN, 3, INFINITY, INFINITY), 3, 2));
        assertThatIllegalArgumentException()
                .isThrownBy(x::softmax)
                .withMessage("softmax is not defined for row 2 of scores of shape (3, 2): it needs a score above minus"
                        + " infinity, and at most one of infinity, got 2 of infinity");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Variable.parameter(Tensor.zeros(2, 0)).logSoftmax())
                .withMessageContainingAll("row 0", "(2, 0)");
        assertThat(Variable.parameter(Tensor.zeros(0, 2)).softmax().value().toArray())
                .isEmpty();
    }

    @Test
    void anIgnoredRowMayBeUndefined() {
        Variable x = Variable.parameter(Tensor.of(floats(1, 1, -INFINITY, -INFINITY, INFINITY, INFINITY), 3, 2));
        Variable loss = VariableOps.crossEntropy(x, new int[] {0, -1, -1});
        assertThat((double) loss.value().item()).isCloseTo(Math.log(2), within(1e-7));
        loss.backward();
        assertThat(x.gradient().toArray()).containsExactly(-0.5f, 0.5f, 0, 0, 0, 0);
    }

    @Test
    void theLossOfAConfidentPredictionKeepsItsDigits() {
        // ln(1 + e⁻⁵⁰) = 1.9287498479639178e-22
        double expected = 1.9287498479639178e-22;
        double[] z = {-50, 0};
        float loss = VariableOps.crossEntropy(parameter(z).reshape(1, 2), new int[] {1})
                .value()
                .item();
        assertThat(-Softmax.log(z)[1]).isCloseTo(expected, within(1e-15 * expected));
        assertThat(-(double) parameter(z).logSoftmax().value().get(1)).isCloseTo(expected, within(1e-6 * expected));
        assertThat((double) loss).isCloseTo(expected, within(1e-6 * expected));
    }

    @Test
    void aTargetWithProbabilityZeroCostsInfinity() {
        Variable x = parameter(0, -INFINITY).reshape(1, 2);
        assertThat(VariableOps.crossEntropy(x, new int[] {1}).value().item()).isEqualTo(Float.POSITIVE_INFINITY);
    }
}
