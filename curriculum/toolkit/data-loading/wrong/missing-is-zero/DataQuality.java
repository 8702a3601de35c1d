import java.util.List;

final class DataQuality {

    public static double[] numbers(List<String> fields) {
        double[] numbers = new double[fields.size()];
        for (int row = 0; row < numbers.length; row++) {
            String field = fields.get(row);
            if (isMissing(field)) {
                numbers[row] = 0;
            } else if (isNumber(field)) {
                numbers[row] = Double.parseDouble(field);
            } else {
                throw new IllegalArgumentException("row " + row + ": " + field + " is not a number");
            }
        }
        return numbers;
    }
}
