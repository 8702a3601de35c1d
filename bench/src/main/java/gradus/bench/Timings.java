package gradus.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The durations of repeated work, in milliseconds.
final class Timings {

    private final List<Double> all = new ArrayList<>();

    interface Work {
        void run() throws Exception;
    }

    /// Runs `work` once and adds its duration.
    void time(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        add((System.nanoTime() - start) / 1e6);
    }

    void add(double millis) {
        all.add(millis);
    }

    /// The percentile of the durations: `percent` % of them are at most this long.
    double percentile(int percent) {
        double[] sorted = all.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }

    double median() {
        return percentile(50);
    }

    static String format(double millis) {
        return String.format(Locale.ROOT, millis < 100 ? "%.1f ms" : "%.0f ms", millis);
    }

    /// The median and the 95th percentile.
    @Override
    public String toString() {
        return format(median()) + "; " + format(percentile(95));
    }
}
