import java.util.Arrays;

final class DataQuality {

    public static double median(double[] numbers) {
        Arrays.sort(numbers);
        int n = 0;
        while (n < numbers.length && !Double.isNaN(numbers[n])) {
            n++;
        }
        if (n == 0) {
            return Double.NaN;
        }
        return n % 2 == 1 ? numbers[n / 2] : (numbers[n / 2 - 1] + numbers[n / 2]) / 2;
    }
}
