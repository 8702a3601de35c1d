package gradus.ml.autodiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.ml.numbers.Rng;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ValueTest {

    private static final Offset<Double> CLOSE = within(1e-12);

    @Test
    void theDerivativeOfAProductIsTheOtherFactor() {
        Value a = Value.of(3);
        Value b = Value.of(-4);
        Value product = a.times(b);
        product.backward();

        assertThat(product.data()).isEqualTo(-12);
        assertThat(a.gradient()).isEqualTo(-4);
        assertThat(b.gradient()).isEqualTo(3);
        assertThat(product.gradient()).isEqualTo(1);
    }

    @Test
    void everyOperationHasTheDerivativeOfTheTextbook() {
        double x = 0.7;
        assertDerivative(v -> v.plus(Value.of(5)), x, 5.7, 1);
        assertDerivative(v -> Value.of(5).minus(v), x, 4.3, -1);
        assertDerivative(v -> v.minus(Value.of(5)), x, -4.3, 1);
        assertDerivative(v -> v.times(Value.of(5)), x, 3.5, 5);
        assertDerivative(v -> v.dividedBy(Value.of(5)), x, 0.14, 0.2);
        assertDerivative(v -> Value.of(5).dividedBy(v), x, 5 / x, -5 / (x * x));
        assertDerivative(v -> v.pow(3), x, x * x * x, 3 * x * x);
        assertDerivative(v -> v.pow(0.5), x, Math.sqrt(x), 0.5 / Math.sqrt(x));
        assertDerivative(Value::exp, x, Math.exp(x), Math.exp(x));
        assertDerivative(Value::log, x, Math.log(x), 1 / x);
        assertDerivative(Value::tanh, x, Math.tanh(x), 1 / (Math.cosh(x) * Math.cosh(x)));
        assertDerivative(Value::relu, x, x, 1);
        assertDerivative(Value::relu, -x, 0, 0);
        assertDerivative(Value::relu, 0, 0, 0);
    }

    private static void assertDerivative(UnaryOperator<Value> operation, double x, double result, double derivative) {
        Value input = Value.of(x);
        Value output = operation.apply(input);
        output.backward();
        assertThat(output.data()).isCloseTo(result, CLOSE);
        assertThat(input.gradient()).isCloseTo(derivative, CLOSE);
    }

    @Test
    void gradientsOfSeveralPathsAddUp() {
        Value x = Value.of(3);
        x.times(x).plus(x).backward();
        assertThat(x.gradient()).isEqualTo(7);

        Value same = Value.of(2);
        same.plus(same).backward();
        assertThat(same.gradient()).isEqualTo(2);
    }

    @Test
    void aValuePassesItsGradientOnOnlyWhenItIsComplete() {
        // Whichever side of the sum is taken first, 2x must wait for both.
        for (boolean longFirst : new boolean[] {true, false}) {
            Value x = Value.of(1.5);
            Value twice = x.plus(x);
            Value longer = twice.times(Value.of(3)).plus(Value.of(1)).pow(2);
            Value result = longFirst ? longer.plus(twice) : twice.plus(longer);
            result.backward();
            // (6x + 1)² + 2x
            assertThat(x.gradient()).isCloseTo(12 * (6 * 1.5 + 1) + 2, CLOSE);
        }
    }

    @Test
    void manyPathsCostNoMoreThanTheirValues() {
        // 2^200 paths lead from the first number to the last.
        Value first = Value.of(1);
        Value last = first;
        for (int i = 0; i < 200; i++) {
            last = last.plus(last).times(Value.of(0.5));
        }
        last.backward();
        assertThat(last.data()).isEqualTo(1);
        assertThat(first.gradient()).isEqualTo(1);
    }

    @Test
    void aVeryLongChainDoesNotOverflowTheStack() {
        Value x = Value.of(1);
        Value end = x;
        for (int i = 0; i < 10_000; i++) {
            end = end.plus(Value.of(1));
        }
        end.backward();
        assertThat(end.data()).isEqualTo(10_001);
        assertThat(x.gradient()).isEqualTo(1);
    }

    @Test
    void backwardReplacesGradients() {
        Value x = Value.of(0.3);
        Value y = x.tanh().times(x);
        y.backward();
        double once = x.gradient();
        y.backward();
        assertThat(x.gradient()).isEqualTo(once);
    }

    @Test
    void backwardCanStartAtAnIntermediateValue() {
        Value x = Value.of(2);
        Value square = x.times(x);
        Value result = square.times(Value.of(10));
        result.backward();
        assertThat(square.gradient()).isEqualTo(10);
        assertThat(x.gradient()).isEqualTo(40);

        square.backward();
        assertThat(x.gradient()).isEqualTo(4);
    }

    @Test
    void aValueThatTheResultDoesNotDependOnHasGradientZero() {
        Value x = Value.of(2);
        Value other = Value.of(3);
        x.times(other);
        x.exp().backward();
        assertThat(other.gradient()).isZero();
    }

    @Test
    void randomExpressionsMatchFiniteDifferences() {
        for (int seed = 0; seed < 200; seed++) {
            double[] at = Rng.of(seed).doubles(4, -1.5, 1.5).toArray();
            Value[] inputs = new Value[at.length];
            for (int i = 0; i < at.length; i++) {
                inputs[i] = Value.of(at[i]);
            }
            expression(seed, inputs).backward();
            for (int i = 0; i < at.length; i++) {
                double h = 1e-5;
                double derivative = (shifted(seed, at, i, h) - shifted(seed, at, i, -h)) / (2 * h);
                assertThat(inputs[i].gradient())
                        .as("expression %d, input %d", seed, i)
                        .isCloseTo(derivative, within(1e-6 * Math.max(1, Math.abs(derivative))));
            }
        }
    }

    private static double shifted(int seed, double[] at, int which, double by) {
        Value[] inputs = new Value[at.length];
        for (int i = 0; i < at.length; i++) {
            inputs[i] = Value.of(i == which ? at[i] + by : at[i]);
        }
        return expression(seed, inputs).data();
    }

    /// A random graph of 20 operations on earlier values, so most values are used several times. All
    /// operations are differentiable there, and no value grows without bound.
    private static Value expression(int seed, Value... inputs) {
        Rng rng = Rng.of(1000 + seed);
        var numbers = new ArrayList<>(List.of(inputs));
        for (int i = 0; i < 20; i++) {
            Value a = numbers.get(rng.nextInt(numbers.size()));
            Value b = numbers.get(rng.nextInt(numbers.size()));
            Value positive = b.times(b).plus(Value.of(1));
            numbers.add(
                    switch (rng.nextInt(9)) {
                        case 0 -> a.plus(b);
                        case 1 -> a.minus(b);
                        case 2 -> a.tanh().times(b);
                        case 3 -> a.dividedBy(positive);
                        case 4 -> positive.log();
                        case 5 -> positive.pow(-1.5);
                        case 6 -> a.tanh().exp();
                        case 7 ->
                            positive.relu().minus(a.times(b).times(Value.of(0)).relu());
                        default -> b.tanh();
                    });
        }
        return numbers.subList(4, numbers.size()).stream().reduce(Value.of(0), Value::plus);
    }

    @Test
    void aSmallNetworkLearnsExclusiveOr() {
        Rng rng = Rng.of(1);
        int hidden = 4;
        var weights = new ArrayList<Double>();
        rng.doubles(4 * hidden + 1, -1, 1).forEach(weights::add);
        for (int step = 0; step < 500; step++) {
            List<Value> at = weights.stream().map(Value::of).toList();
            loss(at, hidden).backward();
            weights.replaceAll(_ -> 0.0);
            for (int i = 0; i < at.size(); i++) {
                weights.set(i, at.get(i).data() - 0.5 * at.get(i).gradient());
            }
        }
        List<Value> learned = weights.stream().map(Value::of).toList();
        for (int k = 0; k < 4; k++) {
            double expected = (k & 1) == k >> 1 ? -1 : 1;
            assertThat(network(learned, hidden, k & 1, k >> 1).data()).isCloseTo(expected, within(0.2));
        }
    }

    private static Value loss(List<Value> weights, int hidden) {
        Value loss = Value.of(0);
        for (int k = 0; k < 4; k++) {
            double expected = (k & 1) == k >> 1 ? -1 : 1;
            Value error = network(weights, hidden, k & 1, k >> 1).minus(Value.of(expected));
            loss = loss.plus(error.pow(2));
        }
        return loss.dividedBy(Value.of(4));
    }

    private static Value network(List<Value> weights, int hidden, double a, double b) {
        Value sum = weights.get(4 * hidden);
        for (int i = 0; i < hidden; i++) {
            List<Value> w = weights.subList(4 * i, 4 * i + 4);
            Value unit = w.get(0)
                    .times(Value.of(a))
                    .plus(w.get(1).times(Value.of(b)))
                    .plus(w.get(2))
                    .tanh();
            sum = sum.plus(w.get(3).times(unit));
        }
        return sum.tanh();
    }
}
