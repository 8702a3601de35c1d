import java.util.Arrays;
import java.util.stream.IntStream;

final class DataQuality {

    public static int[] outliers(double[] numbers) {
        double[] present = Arrays.stream(numbers).filter(x -> !Double.isNaN(x)).toArray();
        double mean = Arrays.stream(present).average().orElse(Double.NaN);
        double squares =
                Arrays.stream(present).map(x -> (x - mean) * (x - mean)).sum();
        double deviation = Math.sqrt(squares / (present.length - 1));
        return IntStream.range(0, numbers.length)
                .filter(row -> Math.abs(numbers[row] - mean) > THRESHOLD * deviation)
                .toArray();
    }
}
