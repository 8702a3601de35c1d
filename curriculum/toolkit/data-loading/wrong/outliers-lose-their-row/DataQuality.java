import java.util.Arrays;
import java.util.stream.IntStream;

final class DataQuality {

    public static int[] outliers(double[] numbers) {
        double[] present = Arrays.stream(numbers).filter(x -> !Double.isNaN(x)).toArray();
        double median = median(present);
        double[] distances =
                Arrays.stream(present).map(x -> Math.abs(x - median)).toArray();
        double limit = THRESHOLD * MAD_SCALE * median(distances);
        return IntStream.range(0, present.length)
                .filter(row -> limit > 0 && distances[row] > limit)
                .toArray();
    }
}
