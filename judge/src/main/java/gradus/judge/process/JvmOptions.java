package gradus.judge.process;

import java.util.List;
import java.util.stream.Stream;

/// JVM options of the child JVMs, whether they start from an image or the JDK.
final class JvmOptions {

    /// For every child; the JVM's own messages go to where the parent reads them.
    private static final List<String> CHILD = List.of(
            "-Xlog:disable",
            "-Xlog:all=error:stderr",
            "-XX:+UseSerialGC",
            "-XX:-UsePerfData",
            "-XX:-UseContainerSupport",
            "-XX:-MaxFDLimit",
            "-XX:+DisableAttachMechanism",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:+ErrorFileToStderr",
            "-Dfile.encoding=UTF-8",
            "-Duser.language=en",
            "-Duser.timezone=UTC");

    /// For a fast start and little memory.
    static final List<String> QUICK = with(CHILD, "-XX:TieredStopAtLevel=1");

    /// What holds a learner's code, whatever the profile.
    private static final List<String> CONFINED = List.of(
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:MaxDirectMemorySize=16m",
            "--illegal-native-access=deny",
            // Each check is called only once, so use the reflective call that needs no preparation.
            "-Djdk.reflect.useNativeAccessorOnly=true",
            // A way to start processes that the system-call filter blocks; see the proctor's main class.
            "-Djdk.lang.Process.launchMechanism=FORK");

    static final List<String> WORKER = with(
            CONFINED,
            "-Xss512k",
            // A loop of the learner's runs a hundred thousand rounds rather than a hundred million: compile it soon.
            "-XX:Tier3BackEdgeThreshold=6000",
            // Shrink the heap after a job.
            "-XX:MinHeapFreeRatio=10",
            "-XX:MaxHeapFreeRatio=20",
            "-XX:ReservedCodeCacheSize=32m",
            "-XX:CompressedClassSpaceSize=32m",
            "-XX:MaxMetaspaceSize=96m");

    /// The module of the SIMD kernels.
    static final String VECTORS = "jdk.incubator.vector";

    private static final List<String> COMPUTE = with(
            Stream.concat(CHILD.stream(), CONFINED.stream()).toList(),
            "-Xss1m",
            "-XX:ReservedCodeCacheSize=96m",
            "-XX:CompressedClassSpaceSize=32m",
            "-XX:MaxMetaspaceSize=128m",
            "--add-modules",
            VECTORS);

    static final List<String> COMPILER = List.of(
            "-Xmx128m",
            "-XX:ReservedCodeCacheSize=48m",
            "-XX:MaxMetaspaceSize=96m",
            "--add-exports",
            "jdk.compiler/com.sun.tools.javac.api=ALL-UNNAMED");

    private JvmOptions() {}

    /// For a run that trains, in the compute profile.
    static List<String> compute(WorkerKind kind, int threads) {
        return with(
                COMPUTE,
                "-Xmx" + kind.megabytes() + "m",
                "-Xmn" + kind.megabytes() / 3 + "m",
                "-XX:ActiveProcessorCount=" + threads,
                "-Dgradus.threads=" + threads,
                "-Dgradus.kernels.plain=" + String.join(",", kind.plainKernels()));
    }

    private static List<String> with(List<String> options, String... more) {
        return Stream.concat(options.stream(), Stream.of(more)).toList();
    }
}
