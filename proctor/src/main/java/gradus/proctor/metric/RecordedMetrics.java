package gradus.proctor.metric;

import gradus.proctor.transcript.Event.Measured;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// The metrics that checks have recorded since they were last taken, and the seed of the run. There is one run
/// at a time in a child JVM.
public final class RecordedMetrics {

    private static final List<Measured> RECORDED = new ArrayList<>();
    private static OptionalLong seed = OptionalLong.empty();

    private RecordedMetrics() {}

    /// @param seedOfRun the seed that checks use; empty if each has its own
    public static synchronized void start(OptionalLong seedOfRun) {
        RECORDED.clear();
        seed = seedOfRun;
    }

    public static synchronized void add(Measured metric) {
        RECORDED.add(metric);
    }

    /// The metrics in the order in which they were recorded. They are forgotten here.
    public static synchronized List<Measured> take() {
        List<Measured> all = List.copyOf(RECORDED);
        RECORDED.clear();
        return all;
    }

    public static synchronized OptionalLong seed() {
        return seed;
    }
}
