package gradus.bench.comparison;

import java.nio.file.Path;
import java.util.Arrays;

/// What every program of a contest measures with, ours and each peer's, so that a difference is not one of
/// method.
///
/// Work is done again and again: at first until it is warm, which counts for nothing, then for the seconds
/// that were asked for. What is printed is the median, as a line of `name value unit`.
public final class Stopwatch {

    /// Something that is timed. What it returns is kept, so that no compiler leaves the work out.
    public interface Work {
        Object run() throws Exception;
    }

    private static final int MIN_SAMPLES = 5;

    /// A sample of less would be as much the clock's as the work's.
    private static final double MIN_SAMPLE_SECONDS = 200e-6;

    private static volatile Object sink = "";

    private final int threads;
    private final double seconds;
    private final Path data;

    private Stopwatch(int threads, double seconds, Path data) {
        this.threads = threads;
        this.seconds = seconds;
        this.data = data;
    }

    /// @param arguments threads to use, seconds for each measure, and the folder of the data
    public static Stopwatch of(String[] arguments) {
        return new Stopwatch(Integer.parseInt(arguments[0]), Double.parseDouble(arguments[1]), Path.of(arguments[2]));
    }

    /// How many threads a program may use.
    public int threads() {
        return threads;
    }

    /// The folder of the files that all read.
    public Path data() {
        return data;
    }

    /// Prints how long `work` takes, in microseconds.
    public void time(String name, Work work) throws Exception {
        report(name, 1e6 * median(work), "µs");
    }

    /// Prints how long `work` takes, in milliseconds.
    public void timeMillis(String name, Work work) throws Exception {
        report(name, 1e3 * median(work), "ms");
    }

    /// Prints how often `work` does `amount` of something in a second, such as `images/s`.
    public void rate(String name, double amount, String unit, Work work) throws Exception {
        report(name, amount / median(work), unit);
    }

    /// Prints a value that is no time, such as the loss that was reached.
    public void report(String name, double value, String unit) {
        IO.println(name + " " + value + " " + unit);
    }

    /// Prints a remark that is shown below the table.
    public void remark(String text) {
        IO.println("# " + text);
    }

    private double median(Work work) throws Exception {
        int batch = warmUp(work);
        double[] samples = new double[16];
        int count = 0;
        double total = 0;
        while (total < seconds || count < MIN_SAMPLES) {
            if (count == samples.length) {
                samples = Arrays.copyOf(samples, 2 * count);
            }
            samples[count] = once(work, batch);
            total += samples[count++];
        }
        Arrays.sort(samples, 0, count);
        return (samples[(count - 1) / 2] + samples[count / 2]) / 2 / batch;
    }

    /// Returns how often the work is to be done for one sample.
    private int warmUp(Work work) throws Exception {
        int batch = 1;
        double total = 0;
        while (total < seconds) {
            double took = once(work, batch);
            total += took;
            if (took < MIN_SAMPLE_SECONDS) {
                batch *= 2;
            } else if (took > 4 * MIN_SAMPLE_SECONDS && batch > 1) {
                batch /= 2;
            }
        }
        return batch;
    }

    private static double once(Work work, int batch) throws Exception {
        long start = System.nanoTime();
        for (int i = 0; i < batch; i++) {
            sink = work.run();
        }
        return (System.nanoTime() - start) * 1e-9;
    }
}
