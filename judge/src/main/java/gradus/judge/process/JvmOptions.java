package gradus.judge.process;

import java.util.List;

/// JVM options of the child JVMs, whether they start from an image or the JDK.
final class JvmOptions {

    /// For a fast start and little memory; the JVM's own messages go to where the parent reads them.
    static final List<String> COMMON = List.of(
            "-Xlog:disable",
            "-Xlog:all=error:stderr",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-XX:-UseContainerSupport",
            "-XX:-MaxFDLimit",
            "-XX:+DisableAttachMechanism",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:+ErrorFileToStderr",
            "-Dfile.encoding=UTF-8",
            "-Duser.language=en",
            "-Duser.timezone=UTC");

    static final List<String> WORKER = List.of(
            "-Xss512k",
            // A run loads its classes anew and is over after milliseconds, so compile them early.
            "-XX:CompileThresholdScaling=0.3",
            // Shrink the heap after a job.
            "-XX:MinHeapFreeRatio=10",
            "-XX:MaxHeapFreeRatio=20",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:ReservedCodeCacheSize=32m",
            "-XX:CompressedClassSpaceSize=32m",
            "-XX:MaxMetaspaceSize=96m",
            "-XX:MaxDirectMemorySize=16m",
            "--illegal-native-access=deny",
            // Each check is called only once, so use the reflective call that needs no preparation.
            "-Djdk.reflect.useNativeAccessorOnly=true",
            // A way to start processes that the system-call filter blocks; see the proctor's main class.
            "-Djdk.lang.Process.launchMechanism=FORK");

    static final List<String> COMPILER = List.of(
            "-Xmx128m",
            "-XX:ReservedCodeCacheSize=48m",
            "-XX:MaxMetaspaceSize=96m",
            "--add-exports",
            "jdk.compiler/com.sun.tools.javac.api=ALL-UNNAMED");

    private JvmOptions() {}
}
