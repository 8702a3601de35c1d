package gradus.bench.comparison;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// The command-line options of a benchmark of the library.
///
/// @param root the folder of the project
/// @param rounds how often each participant is started
/// @param seconds the duration of each warm-up and of each measurement
/// @param threads the numbers of threads to measure with
public record Options(Path root, int rounds, double seconds, List<Integer> threads) {

    /// The minimum number of rounds for results to be written to `bench/RESULTS.md`.
    public static final int MIN_ROUNDS_TO_PUBLISH = 5;

    /// Parses the command line.
    ///
    /// @throws IllegalArgumentException if an argument isn't `--rounds N`, `--seconds S`, `--threads 1,2` or
    ///     `--quick`
    public static Options of(String[] arguments) {
        var options =
                new Options(Path.of(System.getProperty("gradus.root")), MIN_ROUNDS_TO_PUBLISH, 0.5, List.of(1, 2));
        for (int i = 0; i < arguments.length; i++) {
            boolean isLast = i + 1 == arguments.length;
            if (arguments[i].equals("--quick")) {
                options = options.with(1, 0.1);
            } else if (!isLast && arguments[i].equals("--rounds")) {
                options = options.with(Integer.parseInt(arguments[++i]), options.seconds);
            } else if (!isLast && arguments[i].equals("--seconds")) {
                options = options.with(options.rounds, Double.parseDouble(arguments[++i]));
            } else if (!isLast && arguments[i].equals("--threads")) {
                options = new Options(options.root, options.rounds, options.seconds, list(arguments[++i]));
            } else {
                throw new IllegalArgumentException("expected --rounds N, --seconds S, --threads 1,2 or --quick, got '"
                        + String.join(" ", arguments) + "'");
            }
        }
        return options;
    }

    private Options with(int someRounds, double someSeconds) {
        return new Options(root, someRounds, someSeconds, threads);
    }

    private static List<Integer> list(String numbers) {
        return Arrays.stream(numbers.split(",")).map(Integer::valueOf).toList();
    }

    /// The folder for downloads and generated files of the benchmarks.
    Path target() {
        return root.resolve("bench/target");
    }
}
