import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

final class DataQuality {

    public static <T> Map<T, Integer> counts(List<T> values) {
        Map<T, Integer> counts = new LinkedHashMap<>();
        for (T value : values) {
            if (counts.containsKey(value)) {
                counts.put(value, counts.get(value) + 1);
            } else {
                counts.put(value, 0);
            }
        }
        return counts;
    }
}
