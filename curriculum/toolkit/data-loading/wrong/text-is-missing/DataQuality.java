import java.util.List;

final class DataQuality {

    public static double[] numbers(List<String> fields) {
        double[] numbers = new double[fields.size()];
        for (int row = 0; row < numbers.length; row++) {
            try {
                numbers[row] = Double.parseDouble(fields.get(row));
            } catch (NumberFormatException e) {
                numbers[row] = Double.NaN;
            }
        }
        return numbers;
    }
}
