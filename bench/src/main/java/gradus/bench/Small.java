package gradus.bench;

import gradus.bench.comparison.BenchmarkData;
import gradus.bench.comparison.Measurements;
import gradus.bench.comparison.Options;
import gradus.bench.comparison.Participant;
import gradus.bench.comparison.Report;
import gradus.ml.autodiff.Tape;
import gradus.ml.autodiff.Variable;
import gradus.ml.kernel.FloatView;
import gradus.ml.kernel.Gemm;
import gradus.ml.tensor.Tensor;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/// The cost of small operations, in which the library's overhead outweighs the arithmetic. Measured by JMH,
/// without peers.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Small {

    private static final int SIDE = 64;
    private static final int NODES = 100;

    private final FloatView a = FloatView.of(BenchmarkData.normalFloats(SIDE * SIDE, 1), SIDE, SIDE);
    private final FloatView b = FloatView.of(BenchmarkData.normalFloats(SIDE * SIDE, 2), SIDE, SIDE);
    private final FloatView c = FloatView.of(new float[SIDE * SIDE], SIDE, SIDE);

    private final Tape tape = Tape.recording();
    private final Variable one = Variable.parameter(Tensor.scalar(1));

    public static void main(String[] arguments) throws Exception {
        Options options = Options.of(arguments);
        // JMH passes this on to the processes that it starts; the benchmarks themselves are on the module path.
        System.setProperty("java.class.path", classPath(options));
        var measurements = new Measurements(List.of(Participant.OURS));
        for (RunResult result : run(options)) {
            note(measurements, result);
        }
        new Report(
                        options,
                        "small",
                        "The cost of small operations on one thread, by JMH, with as many processes as there are rounds."
                                + " A tape node is one sum of two numbers, recorded and backpropagated.")
                .table(Report.threads(1), measurements)
                .publish();
    }

    private static Iterable<RunResult> run(Options options) throws Exception {
        TimeValue each = TimeValue.milliseconds(Math.round(1000 * options.seconds()));
        return new Runner(new OptionsBuilder()
                        .include("gradus\\.bench\\.Small\\.")
                        .forks(options.rounds())
                        .warmupIterations(6)
                        .warmupTime(each)
                        .measurementIterations(3)
                        .measurementTime(each)
                        .jvmArgs("--add-modules=jdk.incubator.vector", "-Dgradus.threads=1")
                        .build())
                .run();
    }

    /// Adds a value for each process, for the product as a rate.
    private static void note(Measurements measurements, RunResult result) {
        String name = result.getParams().getBenchmark().replaceFirst(".*\\.", "");
        result.getBenchmarkResults().stream()
                .map(process -> process.getPrimaryResult().getScore())
                .forEach(nanos -> {
                    if (name.equals("product")) {
                        double operations = 2.0 * SIDE * SIDE * SIDE;
                        measurements.addLine(Participant.OURS, "SGEMM " + SIDE + " " + operations / nanos + " GFLOP/s");
                    } else {
                        measurements.addLine(Participant.OURS, "tape node " + nanos + " ns");
                    }
                });
    }

    private static String classPath(Options options) throws IOException {
        Path app = options.root().resolve("bench/target/app");
        try (var jars = Files.list(app)) {
            return jars.map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        }
    }

    @Benchmark
    public Object product() {
        Gemm.multiply(a, b, c, false);
        return c;
    }

    @Benchmark
    @OperationsPerInvocation(NODES)
    public Object node() {
        tape.reset();
        Variable sum = one;
        for (int i = 0; i < NODES; i++) {
            sum = i == 0 ? tape.constant(one.value()).plus(one) : sum.plus(one);
        }
        tape.backward(sum);
        one.clearGradient();
        return sum;
    }
}
