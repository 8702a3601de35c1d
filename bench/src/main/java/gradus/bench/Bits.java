package gradus.bench;

import gradus.bench.ours.SummationPrice;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeSet;

/// Whether training gives the same bits however the JVM is started: with vectors of any length and without
/// vectors, compiled and interpreted, with one thread and with many, with and without fused multiply–add. And
/// what that costs: sums in the order of the library, beside sums in the order that suits the processor.
public final class Bits {

    private static final int TINY = 1;
    private static final int SMALL = 4;

    /// The processes that measure the price for one vector length.
    private static final int PROCESSES = 5;

    /// A way to start the JVM. Options that this processor does not know are ignored.
    ///
    /// @param largest the largest models that are quick enough
    /// @param onClassPath whether the library is on the class path, where the Vector API is absent
    private record Mode(String name, int largest, boolean onClassPath, List<String> options) {

        private static Mode of(String name, String... options) {
            return new Mode(name, SMALL, false, List.of(options));
        }

        /// The hashes that a program prints, and how many seconds that took.
        private Output run(Path root, int scale) throws IOException, InterruptedException {
            long start = System.nanoTime();
            var hashes = new LinkedHashMap<String, String>();
            output(root, "gradus.bench.ours.Bits", Integer.toString(scale)).forEach(line -> {
                int gap = line.lastIndexOf(' ');
                hashes.put(line.substring(0, gap), line.substring(gap + 1));
            });
            return new Output(hashes, (System.nanoTime() - start) * 1e-9);
        }

        /// The lines that a program prints.
        private List<String> output(Path root, String program, String... arguments)
                throws IOException, InterruptedException {
            Path app = root.resolve("bench/target/app");
            var command = new ArrayList<String>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.add("-XX:+IgnoreUnrecognizedVMOptions");
            command.addAll(options);
            command.addAll(
                    onClassPath
                            ? List.of("-cp", app + File.separator + "*", program)
                            : List.of("-p", app.toString(), "-m", "gradus.bench/" + program));
            command.addAll(List.of(arguments));
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException("the program ended with " + process.exitValue() + ": " + command);
            }
            return output.lines().toList();
        }
    }

    private record Output(SequencedMap<String, String> hashes, double seconds) {}

    private static final List<Mode> MODES = List.of(
            Mode.of("as it comes"),
            Mode.of("vectors of 512 bits", "-XX:UseAVX=3"),
            Mode.of("vectors of 256 bits", "-XX:UseAVX=2"),
            Mode.of("vectors of 128 bits", "-XX:UseAVX=1"),
            Mode.of("UseAVX=0, without FMA", "-XX:UseAVX=0"),
            Mode.of("without FMA", "-XX:-UseFMA"),
            new Mode("without the Vector API", SMALL, true, List.of()),
            Mode.of("reference kernels", "-Dgradus.kernels=plain"),
            Mode.of("C1 only", "-XX:TieredStopAtLevel=1"),
            Mode.of("C2 only", "-XX:-TieredCompilation"),
            Mode.of("one thread", "-Dgradus.threads=1"),
            Mode.of("13 processors", "-XX:ActiveProcessorCount=13"),
            new Mode("interpreted", TINY, false, List.of("-Xint")),
            new Mode("interpreted vectors", TINY, false, List.of("-Xint", "-Dgradus.kernels=simd")));

    private static final List<Mode> VECTOR_LENGTHS = List.of(
            Mode.of("vectors of 512 bits", "-XX:UseAVX=3", "-Dgradus.threads=1"),
            Mode.of("vectors of 256 bits", "-XX:UseAVX=2", "-Dgradus.threads=1"),
            Mode.of("vectors of 128 bits", "-XX:UseAVX=1", "-Dgradus.threads=1"));

    public static void main(String[] arguments) throws Exception {
        Path root = Path.of(System.getProperty("gradus.root"));
        boolean same = true;
        for (int scale : new int[] {SMALL, TINY}) {
            Map<Mode, Output> outputs = new LinkedHashMap<>();
            for (Mode mode : MODES) {
                if (mode.largest >= scale) {
                    outputs.put(mode, mode.run(root, scale));
                }
            }
            same &= print(scale == TINY ? "tiny models" : "small models", outputs);
        }
        IO.println(same ? "All are the same." : "NOT all are the same.");
        IO.println();
        printPrice(root);
        System.exit(same ? 0 : 1);
    }

    /// Prints how much longer sums take in the library's order, for each vector length.
    private static void printPrice(Path root) throws IOException, InterruptedException {
        var prices = new LinkedHashMap<String, String>();
        for (Mode mode : VECTOR_LENGTHS) {
            // The layout of memory differs from process to process, and the best of several says what is possible.
            var micros = new LinkedHashMap<String, Double>();
            for (int round = 0; round < PROCESSES; round++) {
                for (String line : mode.output(root, "gradus.bench.ours.SummationPrice", "1", "0.2", root.toString())) {
                    String[] words = line.split(" ");
                    micros.merge(
                            String.join(" ", List.of(words).subList(0, words.length - 2)),
                            Double.valueOf(words[words.length - 2]),
                            Math::min);
                }
            }
            micros.forEach((name, time) -> {
                if (micros.get(name + SummationPrice.FREE) instanceof Double free) {
                    String cell =
                            String.format("%-24s", String.format("%+.0f %% (%.3g)", 100 * (time / free - 1), free));
                    prices.merge(name, cell, String::concat);
                }
            });
        }
        var header = new StringBuilder(String.format("%-28s", "price (µs in any order)"));
        VECTOR_LENGTHS.forEach(mode -> header.append(String.format("%-24s", mode.name)));
        IO.println(header);
        prices.forEach((name, cells) -> IO.println(String.format("%-28s", name) + cells));
    }

    /// Prints a table, and whether all its rows are the same.
    private static boolean print(String title, Map<Mode, Output> outputs) {
        var names = outputs.values().iterator().next().hashes.sequencedKeySet();
        var header = new StringBuilder(String.format("%-24s", title));
        names.forEach(name -> header.append(String.format("%-10s", name)));
        IO.println(header.append("seconds"));
        outputs.forEach((mode, output) -> {
            var row = new StringBuilder(String.format("%-24s", mode.name));
            output.hashes.values().forEach(hash -> row.append(String.format("%-10s", hash)));
            IO.println(row.append(String.format("%.1f", output.seconds)));
        });
        var row = new StringBuilder(String.format("%-24s", ""));
        boolean same = true;
        for (String name : names) {
            var different = new TreeSet<String>();
            outputs.values().forEach(output -> different.add(output.hashes.get(name)));
            row.append(String.format("%-10s", different.size() == 1 ? "same" : different.size() + " kinds"));
            same &= different.size() == 1;
        }
        IO.println(row.append(System.lineSeparator()));
        return same;
    }

    private Bits() {}
}
