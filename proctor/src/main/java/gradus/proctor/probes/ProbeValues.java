package gradus.proctor.probes;

import gradus.proctor.property.Gen;
import gradus.proctor.property.Pair;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/// The values with which a member is probed, made of any others.
final class ProbeValues {

    private ProbeValues() {}

    static Gen<Pair<double[], double[]>> asTheyAre(Gen<Pair<double[], double[]>> inputs) {
        return inputs;
    }

    /// The first argument descends or ascends, and the second does the contrary.
    static Gen<Pair<double[], double[]>> ordered(Gen<Pair<double[], double[]>> inputs) {
        return Gen.anyOf(
                inputs.map(pair -> new Pair<>(descending(pair.first()), ascending(pair.second()))),
                inputs.map(pair -> new Pair<>(ascending(pair.first()), descending(pair.second()))));
    }

    /// Each element twice in turn, or all the same.
    static Gen<Pair<double[], double[]>> repeated(Gen<Pair<double[], double[]>> inputs) {
        return Gen.anyOf(
                each(inputs, numbers -> {
                    double[] pairs = numbers.clone();
                    for (int i = 0; i < pairs.length; i++) {
                        pairs[i] = numbers[i / 2];
                    }
                    return pairs;
                }),
                each(inputs, numbers -> {
                    double[] same = numbers.clone();
                    Arrays.fill(same, numbers.length == 0 ? 0 : numbers[0]);
                    return same;
                }));
    }

    static Gen<Pair<double[], double[]>> negative(Gen<Pair<double[], double[]>> inputs) {
        return each(
                inputs,
                numbers -> Arrays.stream(numbers)
                        .map(number -> number == 0 ? -1 : -Math.abs(number))
                        .toArray());
    }

    /// One of `values` at the beginning, in the middle or at the end of an argument, or the first at its
    /// beginning and the last at its end.
    static Gen<Pair<double[], double[]>> special(Gen<Pair<double[], double[]>> inputs, double... values) {
        return Gen.pairs(inputs, Gen.pairs(Gen.ints(0, 4 * values.length - 1), Gen.booleans()))
                .map(choice -> {
                    Pair<double[], double[]> input = choice.first();
                    int place = choice.second().first() % 4;
                    double value = values[choice.second().first() / 4];
                    double last = place == 3 ? values[values.length - 1] : value;
                    return choice.second().second() && input.second().length > 0
                            ? new Pair<>(input.first(), with(input.second(), place, value, last))
                            : new Pair<>(with(input.first(), place, value, last), input.second());
                });
    }

    private static double[] with(double[] numbers, int place, double value, double last) {
        double[] changed = numbers.clone();
        int end = numbers.length - 1;
        if (end >= 0) {
            changed[place == 1 ? end / 2 : place == 2 ? end : 0] = value;
            changed[end] = place == 3 ? last : changed[end];
        }
        return changed;
    }

    private static Gen<Pair<double[], double[]>> each(
            Gen<Pair<double[], double[]>> inputs, UnaryOperator<double[]> change) {
        return inputs.map(pair -> new Pair<>(change.apply(pair.first()), change.apply(pair.second())));
    }

    private static double[] ascending(double[] numbers) {
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    private static double[] descending(double[] numbers) {
        double[] sorted = ascending(numbers);
        for (int i = 0; i < sorted.length / 2; i++) {
            double kept = sorted[i];
            sorted[i] = sorted[sorted.length - 1 - i];
            sorted[sorted.length - 1 - i] = kept;
        }
        return sorted;
    }
}
