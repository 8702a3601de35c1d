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

    /// Where a special value stands in an argument.
    enum Place {
        BEGINNING,
        MIDDLE,
        END,
        BOTH_ENDS
    }

    /// `value` at a place of the first argument.
    ///
    /// @param last what stands at the end, if the place is both ends
    static Gen<Pair<double[], double[]>> inFirst(
            Gen<Pair<double[], double[]>> inputs, Place place, double value, double last) {
        return inputs.map(pair -> new Pair<>(with(pair.first(), place, value, last), pair.second()));
    }

    /// `value` at a place of the second argument.
    static Gen<Pair<double[], double[]>> inSecond(
            Gen<Pair<double[], double[]>> inputs, Place place, double value, double last) {
        return inputs.map(pair -> new Pair<>(pair.first(), with(pair.second(), place, value, last)));
    }

    private static double[] with(double[] numbers, Place place, double value, double last) {
        double[] changed = numbers.clone();
        int end = numbers.length - 1;
        if (end >= 0) {
            switch (place) {
                case BEGINNING -> changed[0] = value;
                case MIDDLE -> changed[end / 2] = value;
                case END -> changed[end] = value;
                case BOTH_ENDS -> {
                    changed[0] = value;
                    changed[end] = last;
                }
            }
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
