package gradus.judge.local;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// A snapshot of the resources of this program that can leak.
///
/// @param workers child processes that run checks
/// @param compilers child processes that compile
/// @param others other child processes
/// @param listeners threads that read from child processes
/// @param descriptors open files and pipes except those to child processes; 0 if the system doesn't say
/// @param heap bytes in use after a collection
/// @param largestCompiler resident bytes of the largest compile process; 0 if the system doesn't say
/// @param files the number of files in the given folders
record ResourceSnapshot(
        long workers,
        long compilers,
        long others,
        long listeners,
        long descriptors,
        long heap,
        long largestCompiler,
        long files) {

    private static final int PIPES_TO_A_CHILD = 2;
    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

    static ResourceSnapshot now(Path... folders) throws IOException {
        List<ProcessHandle> children = ProcessHandle.current().children().toList();
        List<ProcessHandle> workers =
                children.stream().filter(runs("gradus.proctor.worker.Main")).toList();
        List<ProcessHandle> compilers = children.stream()
                .filter(runs("gradus.judge.compile.CompileMain"))
                .toList();
        long files = 0;
        for (Path folder : folders) {
            files += count(Files.walk(folder));
        }
        long open = Files.exists(DESCRIPTORS) ? count(Files.list(DESCRIPTORS)) : 0;
        return new ResourceSnapshot(
                workers.size(),
                compilers.size(),
                children.size() - workers.size() - compilers.size(),
                listening(),
                open == 0 ? 0 : open - PIPES_TO_A_CHILD * children.size(),
                heapInUse(),
                compilers.stream().mapToLong(ResourceSnapshot::resident).max().orElse(0),
                files);
    }

    /// Processor time of this program and all ended child processes, in nanoseconds; 0 if the system doesn't
    /// say.
    static long processorTime() throws IOException {
        Path stat = Path.of("/proc/self/stat");
        if (!Files.exists(stat)) {
            return 0;
        }
        String text = Files.readString(stat);
        String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
        long ticks =
                Stream.of(fields).skip(11).limit(4).mapToLong(Long::parseLong).sum();
        return ticks * 10_000_000;
    }

    private static Predicate<ProcessHandle> runs(String type) {
        return child -> commandLine(child).contains(type);
    }

    /// The whole command line: [ProcessHandle.Info#commandLine] ends at the first page on Linux, which a long class
    /// path fills. Empty if the system doesn't say.
    static String commandLine(ProcessHandle child) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(child.pid()), "cmdline"))
                    .replace('\0', ' ');
        } catch (IOException e) {
            return child.info().commandLine().orElse("");
        }
    }

    private static long listening() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.equals("worker-events") || name.equals("compile-answers"))
                .count();
    }

    private static long count(Stream<Path> paths) {
        try (paths) {
            return paths.count();
        }
    }

    private static long heapInUse() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static long resident(ProcessHandle process) {
        Path statm = Path.of("/proc/" + process.pid() + "/statm");
        try {
            return Long.parseLong(Files.readString(statm).split(" ")[1]) * 4096;
        } catch (IOException e) {
            return 0;
        }
    }
}
