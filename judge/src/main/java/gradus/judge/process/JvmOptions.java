package gradus.judge.process;

import java.util.List;

/// How every child JVM is started, whatever it is started from.
final class JvmOptions {

    /// Quick to start and small; what a child prints of itself goes where the parent reads it.
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
            // A heap that has grown for one job is small again before the next.
            "-XX:MinHeapFreeRatio=10",
            "-XX:MaxHeapFreeRatio=20",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:ReservedCodeCacheSize=32m",
            "-XX:CompressedClassSpaceSize=32m",
            "-XX:MaxMetaspaceSize=96m",
            "-XX:MaxDirectMemorySize=16m",
            "--illegal-native-access=deny",
            // Each check is called once: the quickest way to call is the one that needs no preparation.
            "-Djdk.reflect.useNativeAccessorOnly=true",
            // A way to start processes that the filter of system calls closes; see the proctor's main class.
            "-Djdk.lang.Process.launchMechanism=FORK");

    static final List<String> COMPILER = List.of(
            "-Xmx128m",
            "-XX:ReservedCodeCacheSize=48m",
            "-XX:MaxMetaspaceSize=96m",
            "--add-exports",
            "jdk.compiler/com.sun.tools.javac.api=ALL-UNNAMED");

    private JvmOptions() {}
}
