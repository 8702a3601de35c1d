package gradus.bench.comparison;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;

/// Describes the machine, and measures the memory of processes.
public final class MachineInfo {

    private MachineInfo() {}

    public static String describe() {
        return "Java " + System.getProperty("java.runtime.version") + " (" + System.getProperty("java.vendor") + "), "
                + System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                + System.getProperty("os.arch") + ", " + processor() + ", "
                + Runtime.getRuntime().availableProcessors() + " processors, load "
                + ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static String processor() {
        String name = ofProcessor("model name");
        return name.isEmpty() ? "unknown processor" : name;
    }

    /// Whether the processor reports AVX-512; always false except on Linux.
    public static boolean hasAvx512() {
        return (ofProcessor("flags") + " ").contains(" avx512f ");
    }

    private static String ofProcessor(String key) {
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith(key))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("");
        } catch (IOException e) {
            return "";
        }
    }

    /// The largest resident set size, in MB, of the child processes whose command line contains `word`.
    public static double residentMegabytes(String word) {
        return ProcessHandle.current()
                .descendants()
                .filter(child -> commandLine(child).contains(word))
                .flatMap(child -> resident(child).stream().boxed())
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(Double.NaN);
    }

    private static String commandLine(ProcessHandle process) {
        return read(process, "cmdline");
    }

    private static OptionalDouble resident(ProcessHandle process) {
        return read(process, "status")
                .lines()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .findFirst();
    }

    private static String read(ProcessHandle process, String file) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), file));
        } catch (IOException e) {
            return "";
        }
    }
}
