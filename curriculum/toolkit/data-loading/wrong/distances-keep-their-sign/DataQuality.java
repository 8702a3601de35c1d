import java.util.stream.IntStream;

final class DataQuality {

    public static int[] outliers(double[] numbers) {
        double median = median(numbers);
        double[] distances = new double[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            distances[i] = numbers[i] - median;
        }
        double limit = THRESHOLD * MAD_SCALE * median(distances);
        return IntStream.range(0, numbers.length)
                .filter(row -> limit > 0 && Math.abs(distances[row]) > limit)
                .toArray();
    }
}
