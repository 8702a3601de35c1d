import java.util.Arrays;
import java.util.stream.IntStream;

final class DataQuality {

    public static int[] outliers(double[] numbers) {
        double median = median(numbers);
        double[] distances =
                Arrays.stream(numbers).map(x -> Math.abs(x - median)).toArray();
        double limit = THRESHOLD * MAD_SCALE * median(distances);
        return IntStream.range(0, numbers.length)
                .filter(row -> distances[row] > limit)
                .toArray();
    }
}
