import java.util.List;

final class DataQuality {

    public static double[] numbers(List<String> fields) {
        for (String field : fields) {
            if (!isMissing(field) && !isNumber(field)) {
                throw new IllegalArgumentException(field + " is not a number");
            }
        }
        return fields.stream()
                .filter(field -> !isMissing(field))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
