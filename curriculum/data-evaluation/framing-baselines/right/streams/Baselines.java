import gradus.ml.linalg.Vector;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

class Baselines {

    public static Vector mean(Vector targets, int from) {
        return constant(past(targets, from).average().orElseThrow(), targets.size() - from);
    }

    public static Vector median(Vector targets, int from) {
        double median = past(targets, from)
                .sorted()
                .skip((from - 1) / 2)
                .limit(from % 2 == 0 ? 2 : 1)
                .average()
                .orElseThrow();
        return constant(median, targets.size() - from);
    }

    public static int majority(int[] labels, int from) {
        requireBothParts(from, labels.length);
        var counts = new TreeMap<Integer, Integer>();
        IntStream.of(labels).limit(from).forEach(label -> counts.merge(label, 1, Integer::sum));
        int most = counts.values().stream().max(Integer::compare).orElseThrow();
        return counts.keySet().stream()
                .filter(label -> counts.get(label) == most)
                .findFirst()
                .orElseThrow();
    }

    public static Vector seasonal(Vector targets, int from, int period, int horizon) {
        if (Math.min(period, horizon) < 1) {
            throw new IllegalArgumentException("period " + period + ", horizon " + horizon);
        }
        int lag = Math.ceilDiv(horizon, period) * period;
        if (from < lag || from >= targets.size()) {
            throw new IllegalArgumentException("from " + from + ", lag " + lag);
        }
        return Vector.of(IntStream.range(from, targets.size())
                .mapToDouble(row -> targets.get(row - lag))
                .toArray());
    }

    private static DoubleStream past(Vector targets, int from) {
        requireBothParts(from, targets.size());
        return DoubleStream.of(targets.toArray()).limit(from);
    }
}
