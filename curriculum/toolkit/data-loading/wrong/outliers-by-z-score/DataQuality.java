import java.util.Arrays;
import java.util.stream.IntStream;

final class DataQuality {

    public static int[] outliers(double[] numbers) {
        double[] present = Arrays.stream(numbers).filter(x -> !Double.isNaN(x)).toArray();
        double mean = 0;
        for (double x : present) {
            mean += x / present.length;
        }
        double variance = 0;
        for (double x : present) {
            variance += (x - mean) * (x - mean) / (present.length - 1);
        }
        double centre = mean;
        double limit = THRESHOLD * Math.sqrt(variance);
        return IntStream.range(0, numbers.length)
                .filter(row -> Math.abs(numbers[row] - centre) > limit)
                .toArray();
    }
}
