import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

final class DataQuality {

    public static int[] outliers(double[] numbers) {
        double[] rest = numbers.clone();
        List<Integer> all = new ArrayList<>();
        boolean found = true;
        while (found) {
            found = false;
            double median = median(rest);
            double[] distances = new double[rest.length];
            for (int i = 0; i < rest.length; i++) {
                distances[i] = Math.abs(rest[i] - median);
            }
            double limit = THRESHOLD * MAD_SCALE * median(distances);
            for (int i = 0; i < rest.length; i++) {
                if (limit > 0 && distances[i] > limit) {
                    all.add(i);
                    rest[i] = Double.NaN;
                    found = true;
                }
            }
        }
        Collections.sort(all);
        return all.stream().mapToInt(row -> row).toArray();
    }
}
