import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

final class DataQuality {

    public static double[] numbers(List<String> fields) {
        double[] result = new double[fields.size()];
        int row = 0;
        for (String field : fields) {
            if (isNumber(field)) {
                result[row++] = Double.valueOf(field.trim());
                continue;
            }
            if (!isMissing(field)) {
                throw new IllegalArgumentException("not a number: " + field);
            }
            result[row++] = Double.NaN;
        }
        return result;
    }

    public static <T> Map<T, Integer> counts(List<T> values) {
        Map<T, Integer> counts = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            T value = values.get(i);
            if (!counts.containsKey(value)) {
                counts.put(value, 0);
            }
            counts.put(value, counts.get(value) + 1);
        }
        return counts;
    }

    public static double median(double[] numbers) {
        List<Double> present = new ArrayList<>();
        for (double number : numbers) {
            if (number == number) {
                present.add(number);
            }
        }
        Collections.sort(present);
        if (present.isEmpty()) {
            return Double.NaN;
        }
        int half = present.size() / 2;
        if (present.size() % 2 != 0) {
            return present.get(half);
        }
        return (present.get(half - 1) + present.get(half)) / 2;
    }

    public static int[] outliers(double[] numbers) {
        List<Integer> rows = new ArrayList<>();
        double centre = median(numbers);
        double[] away = new double[numbers.length];
        for (int i = 0; i < away.length; i++) {
            away[i] = numbers[i] > centre ? numbers[i] - centre : centre - numbers[i];
        }
        double limit = THRESHOLD * MAD_SCALE * median(away);
        if (limit == 0) {
            return new int[0];
        }
        for (int i = 0; i < away.length; i++) {
            if (away[i] > limit) {
                rows.add(i);
            }
        }
        int[] result = new int[rows.size()];
        for (int i = 0; i < result.length; i++) {
            result[i] = rows.get(i);
        }
        return result;
    }
}
