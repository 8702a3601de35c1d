import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

final class DataQuality {

    public static double[] numbers(List<String> fields) {
        List<String> others = fields.stream()
                .filter(field -> !isMissing(field) && !isNumber(field))
                .toList();
        if (!others.isEmpty()) {
            throw new IllegalArgumentException("these aren't numbers: " + others);
        }
        return fields.stream()
                .mapToDouble(field -> isMissing(field) ? Double.NaN : Double.parseDouble(field))
                .toArray();
    }

    public static <T> Map<T, Integer> counts(List<T> values) {
        return values.stream()
                .collect(Collectors.groupingBy(
                        Function.identity(), LinkedHashMap::new, Collectors.summingInt(value -> 1)));
    }

    public static double median(double[] numbers) {
        double[] present = Arrays.stream(numbers).filter(x -> !Double.isNaN(x)).toArray();
        return Arrays.stream(present)
                .sorted()
                .skip(Math.max(0, present.length - 1) / 2)
                .limit(present.length % 2 == 0 ? 2 : 1)
                .average()
                .orElse(Double.NaN);
    }

    public static int[] outliers(double[] numbers) {
        double median = median(numbers);
        double spread =
                median(Arrays.stream(numbers).map(x -> Math.abs(x - median)).toArray());
        if (!(spread > 0)) {
            return new int[0];
        }
        return IntStream.range(0, numbers.length)
                .filter(row -> Math.abs(numbers[row] - median) / (MAD_SCALE * spread) > THRESHOLD)
                .toArray();
    }
}
