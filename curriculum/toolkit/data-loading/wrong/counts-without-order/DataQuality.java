import java.util.HashMap;
import java.util.List;
import java.util.Map;

final class DataQuality {

    public static <T> Map<T, Integer> counts(List<T> values) {
        Map<T, Integer> counts = new HashMap<>();
        for (T value : values) {
            counts.put(value, counts.getOrDefault(value, 0) + 1);
        }
        return counts;
    }
}
