package gradus.studio.desk;

import gradus.judge.Verdict.ResourceUsage;
import java.time.Duration;
import java.util.Locale;

/// What a verdict has cost, as learners read it.
public final class CostText {

    private CostText() {}

    /// Times, memory, and the share of the learner's own code.
    public static String of(ResourceUsage usage) {
        return time(usage.compileTime()) + " to compile, " + time(usage.runTime()) + " to run ("
                + time(usage.cpuTime()) + " of CPU time), " + size(usage.allocatedBytes()) + " allocated, peak heap "
                + size(usage.peakHeapBytes()) + "."
                + (usage.learnerPercent().isPresent()
                        ? " Your code took " + usage.learnerPercent().getAsInt()
                                + " % of the time spent in the library and the lab."
                        : "");
    }

    /// `45 ms`, `1.2 s` or `27 s`.
    public static String time(Duration duration) {
        double seconds = duration.toNanos() / 1e9;
        return seconds < 0.1
                ? Math.round(seconds * 1e3) + " ms"
                : String.format(Locale.ROOT, seconds < 10 ? "%.1f s" : "%.0f s", seconds);
    }

    private static String size(long bytes) {
        return bytes < 1 << 20
                ? (bytes + 1023) / 1024 + " KB"
                : String.format(Locale.ROOT, "%.1f MB", bytes / (double) (1 << 20));
    }
}
