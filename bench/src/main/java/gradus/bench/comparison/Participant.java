package gradus.bench.comparison;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A program that takes part in a comparison, with its settings.
///
/// @param name the title of its column
/// @param command the command that starts it, without the three arguments of [Stopwatch]
/// @param environment additional environment variables
public record Participant(String name, List<String> command, Map<String, String> environment) {

    /// The name of the library itself.
    public static final String OURS = "gradus.ml";

    /// The library itself, with a program of `gradus.bench.ours`.
    ///
    /// @param java options for the JVM
    public static Participant ours(Options options, String program, String... java) {
        var command = new ArrayList<String>();
        command.add(java());
        command.add("-Dstdout.encoding=UTF-8");
        command.addAll(List.of(java));
        command.addAll(List.of(
                "-p", options.target().resolve("app").toString(), "-m", "gradus.bench/gradus.bench.ours." + program));
        return new Participant(OURS, List.copyOf(command), Map.of());
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /// The process to start. Each library has its own setting for the number of threads. Java's parallel
    /// streams use the calling thread too, so their pool has one thread less.
    ProcessBuilder process(Options options, int threads, Path data) {
        var all = new ArrayList<>(command);
        if (command.getFirst().equals(java())) {
            all.add(1, "-Djava.util.concurrent.ForkJoinPool.common.parallelism=" + (threads - 1));
            all.add(1, "-Dgradus.threads=" + threads);
        }
        all.addAll(List.of(Integer.toString(threads), Double.toString(options.seconds()), data.toString()));
        var builder = new ProcessBuilder(all);
        var variables = new HashMap<>(environment);
        for (String variable : List.of("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")) {
            variables.put(variable, Integer.toString(threads));
        }
        variables.put("PYTHONIOENCODING", "utf-8");
        builder.environment().putAll(variables);
        return builder;
    }
}
