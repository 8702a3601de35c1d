package gradus.bench;

import gradus.bench.contest.Numbers;
import gradus.bench.contest.Options;
import gradus.bench.contest.Report;
import gradus.ml.kernel.FloatView;
import gradus.ml.kernel.Gemm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/// What small things cost, where the library is more its own weight than arithmetic; by JMH, without peers.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Small {

    private static final int SIDE = 64;

    private final FloatView a = FloatView.of(Numbers.floats(SIDE * SIDE, 1), SIDE, SIDE);
    private final FloatView b = FloatView.of(Numbers.floats(SIDE * SIDE, 2), SIDE, SIDE);
    private final FloatView c = FloatView.of(new float[SIDE * SIDE], SIDE, SIDE);

    public static void main(String[] arguments) throws Exception {
        Options options = Options.of(arguments);
        // JMH starts its processes by the class path, and the benchmarks are started by the module path
        System.setProperty("java.class.path", jars(options));
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include("gradus\\.bench\\.Small")
                        .forks(options.rounds())
                        .warmupIterations(3)
                        .warmupTime(millis(options))
                        .measurementIterations(3)
                        .measurementTime(millis(options))
                        .jvmArgs("--add-modules=jdk.incubator.vector", "-Dgradus.threads=1")
                        .build())
                .run();
        var report = new Report(
                options,
                "small",
                "What small things cost on one thread, by JMH: the mean over as many processes as there are rounds, and the half"
                        + " width of its 99.9 % interval.");
        IO.println(results.stream()
                .collect(Collectors.toMap(
                        result -> result.getParams().getBenchmark().replaceFirst(".*\\.", ""),
                        result -> result.getPrimaryResult().getScore()))
                .toString());
        report.publish();
    }

    @Benchmark
    public FloatView productOf64By64() {
        Gemm.multiply(a, b, c, false);
        return c;
    }

    private static TimeValue millis(Options options) {
        return TimeValue.milliseconds(Math.round(1000 * options.seconds()));
    }

    private static String jars(Options options) throws Exception {
        try (var files = Files.list(options.root().resolve("bench/target/app"))) {
            return files.map(Path::toString).collect(Collectors.joining(System.getProperty("path.separator")));
        }
    }
}
