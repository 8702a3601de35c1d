package gradus.ml.autodiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import gradus.ml.kernel.UnaryFunction;
import gradus.ml.numbers.Rng;
import gradus.ml.tensor.Selection;
import gradus.ml.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Values and derivatives at the edges of domains: one rule for numbers and for tensors.
class EdgesTest {

    private static final double INFINITY = Double.POSITIVE_INFINITY;
    private static final double NAN = Double.NaN;

    /// A function of one argument in both forms, with triples of x, its value there and its derivative.
    private enum Function {
        SQRT(x -> x.pow(0.5), x -> x.map(UnaryFunction.SQRT), new double[][] {
            {0, 0, INFINITY}, {-0.0, 0, INFINITY}, {4, 2, 0.25}, {INFINITY, INFINITY, 0}, {-1, NAN, NAN}
        }),
        SQUARE(x -> x.pow(2), x -> x.map(UnaryFunction.SQUARE), new double[][] {
            {0, 0, 0}, {-0.0, 0, 0}, {-3, 9, -6}, {-INFINITY, INFINITY, -INFINITY}
        }),
        EXP(Value::exp, x -> x.map(UnaryFunction.EXP), new double[][] {
            {0, 1, 1}, {-INFINITY, 0, 0}, {INFINITY, INFINITY, INFINITY}
        }),
        LOG(Value::log, x -> x.map(UnaryFunction.LOG), new double[][] {
            {0, -INFINITY, INFINITY},
            {-0.0, -INFINITY, INFINITY},
            {1, 0, 1},
            {INFINITY, INFINITY, 0},
            {-2, NAN, NAN}
        }),
        TANH(Value::tanh, x -> x.map(UnaryFunction.TANH), new double[][] {
            {0, 0, 1}, {-INFINITY, -1, 0}, {INFINITY, 1, 0}, {1e30, 1, 0}
        }),
        RELU(Value::relu, x -> x.map(UnaryFunction.RELU), new double[][] {
            {0, 0, 0}, {-0.0, 0, 0}, {1e-40, 1e-40, 1}, {INFINITY, INFINITY, 1}, {-INFINITY, 0, 0}
        }),
        RECIPROCAL(
                x -> Value.of(1).dividedBy(x), x -> x.constant(Tensor.scalar(1)).dividedBy(x), new double[][] {
                    {0, INFINITY, -INFINITY}, {-0.0, -INFINITY, -INFINITY}, {4, 0.25, -0.0625}, {INFINITY, 0, 0}
                }),
        ZERO_DIVIDED(
                x -> Value.of(0).dividedBy(x),
                x -> x.constant(Tensor.scalar(0)).dividedBy(x),
                new double[][] {{0, NAN, NAN}, {4, 0, 0}, {INFINITY, 0, 0}}),
        DIVIDED_BY_ZERO(x -> x.dividedBy(Value.of(0)), x -> x.dividedBy(x.constant(Tensor.scalar(0))), new double[][] {
            {0, NAN, INFINITY}, {4, INFINITY, INFINITY}, {-4, -INFINITY, INFINITY}
        }),
        QUOTIENT_OF_ITSELF(
                x -> x.dividedBy(x), x -> x.dividedBy(x), new double[][] {{4, 1, 0}, {1e-30, 1, 0}, {0, NAN, NAN}}),
        PRODUCT_WITH_ITSELF(x -> x.times(x), x -> x.times(x), new double[][] {{0, 0, 0}, {-3, 9, -6}});

        private final UnaryOperator<Value> ofValue;
        private final UnaryOperator<Variable> ofVariable;
        private final double[][] rows;

        Function(UnaryOperator<Value> ofValue, UnaryOperator<Variable> ofVariable, double[][] rows) {
            this.ofValue = ofValue;
            this.ofVariable = ofVariable;
            this.rows = rows;
        }
    }

    @ParameterizedTest
    @EnumSource
    void numbersAndTensorsHaveTheSameValuesAndDerivatives(Function function) {
        double[][] rows = Arrays.copyOf(function.rows, function.rows.length + 1);
        // At NaN, the derivative is that of the formula, which may not depend on the argument.
        double atNaN = function == Function.RELU ? 0 : function == Function.DIVIDED_BY_ZERO ? INFINITY : NAN;
        rows[function.rows.length] = new double[] {NAN, NAN, atNaN};
        for (double[] row : rows) {
            Value x = Value.of(row[0]);
            Value y = function.ofValue.apply(x);
            y.backward();
            assertSame(function, row, y.data(), x.gradient());
            // More elements than a vector has lanes, so that both the vector and its remainder are tried.
            Variable xs = Variable.parameter(Tensor.full((float) row[0], 37));
            Variable ys = function.ofVariable.apply(xs);
            ys.sum().backward();
            for (int i = 0; i < 37; i++) {
                assertSame(function, row, ys.value().get(i), xs.gradient().get(i));
            }
        }
    }

    private static void assertSame(Function function, double[] row, double value, double derivative) {
        assertThat(isClose(value, row[1]) && isClose(derivative, row[2]))
                .as("%s of %s has value and derivative %s, got %s and %s", function, row[0], row, value, derivative)
                .isTrue();
    }

    private static boolean isClose(double actual, double expected) {
        return Double.compare(actual, expected) == 0
                || Double.isFinite(expected) && Math.abs(actual - expected) <= 1e-6 * Math.abs(expected) + 1e-44;
    }

    @Test
    void theDerivativeOfAPowerFollowsFromItsExponent() {
        double[][] exponentXDerivative = {
            {0, 0, 0},
            {0, -0.0, 0},
            {0, 3, 0},
            {0, INFINITY, 0},
            {0, -INFINITY, 0},
            {0, NAN, 0},
            {1, 0, 1},
            {1, -2, 1},
            {1, INFINITY, 1},
            {2, 0, 0},
            {2, -2, -4},
            {3, 0, 0},
            {1.5, 0, 0},
            {0.5, 0, INFINITY},
            {0.5, INFINITY, 0},
            {0.5, -1, NAN},
            {-1, 0, -INFINITY},
            {-1, -0.0, -INFINITY},
            {-1, 2, -0.25},
            {-1, INFINITY, 0},
            {-0.5, 0, -INFINITY},
            {-2, 0, -INFINITY}
        };
        for (double[] row : exponentXDerivative) {
            Value x = Value.of(row[1]);
            Value y = x.pow(row[0]);
            y.backward();
            assertThat((Double) y.data()).isEqualTo((Double) Math.pow(row[1], row[0]));
            assertThat(isClose(x.gradient(), row[2]))
                    .as("the derivative of x^%s at %s is %s, got %s", row[0], row[1], row[2], x.gradient())
                    .isTrue();
        }
    }

    @Test
    void aQuotientOfNumbersIsRoundedOnceAndFitsWhereTheReciprocalDoesNot() {
        assertThat(Value.of(5).dividedBy(Value.of(7)).data()).isEqualTo(5.0 / 7);
        Value tiny = Value.of(1e-310);
        assertThat(tiny.dividedBy(Value.of(1e-310)).data()).isEqualTo(1);
    }

    @Test
    void theDerivativeOfTanhKeepsItsDigitsWhereTanhIsNearlyOne() {
        // mpmath.sech(20)**2 with 30 digits
        Value x = Value.of(20);
        x.tanh().backward();
        assertThat(x.gradient()).isCloseTo(1.69934170211663558e-17, within(1e-31));
    }

    @Test
    void aMeanFitsWhereItsSumDoesNot() {
        Variable x = Variable.parameter(Tensor.full(3e38f, 4, 5));
        assertThat(x.mean().value().item()).isCloseTo(3e38f, within(1e32f));
        for (int axis : new int[] {0, 1}) {
            for (float mean : x.mean(axis).value().toArray()) {
                assertThat(mean).isCloseTo(3e38f, within(1e32f));
            }
        }
        x.mean().backward();
        assertThat(x.gradient().toArray()).containsOnly(1f / 20);
        x.value().set(Float.POSITIVE_INFINITY, 0, 0);
        assertThat(x.mean().value().item()).isEqualTo(Float.POSITIVE_INFINITY);
    }

    @Test
    void aMeanOrMaximumOfNothingIsRejectedAndASumIsZero() {
        Variable x = Variable.parameter(Tensor.zeros(0, 3));
        assertThat(x.sum().value().item()).isZero();
        assertThat(x.sum(0).value().toArray()).containsExactly(0, 0, 0);
        assertThatIllegalArgumentException()
                .isThrownBy(x::mean)
                .withMessage("mean needs at least 1 element, got shape (0, 3)");
        assertThatIllegalArgumentException().isThrownBy(() -> x.mean(0)).withMessageContaining("(0, 3)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> x.transpose().max())
                .withMessageContaining("at least 1 element");
    }

    @Test
    void aNaNMakesEveryReductionNaN() {
        for (int i = 0; i < 40; i++) {
            Variable x = Variable.parameter(Tensor.full(1, 40));
            x.value().set(Float.NaN, i);
            for (Variable reduced : List.of(x.sum(), x.sum(0), x.mean(), x.mean(0), x.max(), x.logSumExp())) {
                assertThat(reduced.value().reshape(1).get(0))
                        .as("NaN at index %d", i)
                        .isNaN();
            }
        }
    }

    @Test
    void anElementThatIsNotChosenHasNoInfluence() {
        Variable x = Variable.parameter(Tensor.of(new float[] {-1, 0, 4}, 3));
        Tensor positive = Selection.mask(x.value(), each -> each > 0);
        Variable root = VariableOps.where(positive, x.map(UnaryFunction.SQRT), x.times(2));
        assertThat(root.value().toArray()).containsExactly(-2, 0, 2);
        // The root has no derivative at -1 and 0, so a root of what is not chosen must not be taken.
        Variable safe = VariableOps.where(positive, x, x.constant(Tensor.scalar(1)));
        VariableOps.where(positive, safe.map(UnaryFunction.SQRT), x.times(2))
                .sum()
                .backward();
        assertThat(x.gradient().toArray()).containsExactly(2, 2, 0.25f);
    }

    @Test
    void theFirstOfEqualMaximaGetsTheGradient() {
        Variable x = Variable.parameter(Tensor.of(new float[] {1, 3, 3, -0f, 0, -1}, 2, 3));
        x.max().sum().backward();
        assertThat(x.gradient().toArray()).containsExactly(0, 1, 0, 1, 0, 0);
    }

    @Test
    void whatCausalAttentionMasksHasNoInfluenceEvenIfItIsNotFinite() {
        int t = 19;
        Tensor qkv = Tensor.normal(Rng.of(4), 1, 2, t, 12);
        Tape tape = Tape.inference();
        Tensor before = VariableOps.causalSelfAttention(tape.constant(qkv), 2).value();
        for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
            for (int position = 0; position < t; position++) {
                for (int feature = 0; feature < 12; feature++) {
                    Tensor changed = qkv.copy();
                    changed.set(bad, 1, position, feature);
                    Tensor after = VariableOps.causalSelfAttention(tape.constant(changed), 2)
                            .value();
                    float[] earlier =
                            before.slice(0, 1, 2).slice(1, 0, position).toArray();
                    assertThat(after.slice(0, 1, 2).slice(1, 0, position).toArray())
                            .as("%s in feature %d of position %d", bad, feature, position)
                            .containsExactly(earlier, within(1e-6f));
                    assertThat(after.slice(0, 0, 1).toArray())
                            .isEqualTo(before.slice(0, 0, 1).toArray());
                }
            }
        }
    }
}
