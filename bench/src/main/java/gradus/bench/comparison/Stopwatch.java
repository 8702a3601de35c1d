package gradus.bench.comparison;

import java.nio.file.Path;
import java.util.Arrays;

/// The stopwatch of all programs in a comparison, ours and the peers', so that differences don't come from
/// the method of measurement.
///
/// Work is repeated: first for a warm-up, which isn't measured, then for the requested number of seconds. The
/// median is printed as a line `name value unit`.
public final class Stopwatch {

    /// Work to be timed. Its result is kept, so that the compiler can't eliminate the work.
    public interface Work {
        Object run() throws Exception;
    }

    private static final int MIN_SAMPLES = 5;

    /// Shorter samples would measure the clock as much as the work.
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

    /// @param arguments number of threads, seconds for each measure, folder of the data
    public static Stopwatch of(String[] arguments) {
        return new Stopwatch(Integer.parseInt(arguments[0]), Double.parseDouble(arguments[1]), Path.of(arguments[2]));
    }

    /// The number of threads that a program may use.
    public int threads() {
        return threads;
    }

    /// The folder of the benchmark data.
    public Path data() {
        return data;
    }

    /// Prints the duration of `work` in microseconds.
    public void time(String name, Work work) throws Exception {
        report(name, 1e6 * median(work), "µs");
    }

    /// Prints the duration of `work` in milliseconds.
    public void timeMillis(String name, Work work) throws Exception {
        report(name, 1e3 * median(work), "ms");
    }

    /// Prints a rate such as `images/s`: `amount` divided by the duration of `work`.
    public void rate(String name, double amount, String unit, Work work) throws Exception {
        report(name, amount / median(work), unit);
    }

    /// Prints a value that isn't a duration, such as the final loss.
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

    /// The number of repetitions of the work for one sample.
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
