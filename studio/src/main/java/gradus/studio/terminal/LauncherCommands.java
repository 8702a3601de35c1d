package gradus.studio.terminal;

import java.util.Map;

/// The commands that the launcher runs itself, because they need a build of their own.
final class LauncherCommands {

    private static final Map<String, String> USAGES = Map.of("test", """
            Usage: gradus test [--hostile]
            Build everything and run all tests of the project, as CI does, and say how
            many ran.
                  --hostile   Also the long tests: every attack on the judge, thousands of
                                honest submissions.""", "bench", """
            Usage: gradus bench [NAME [ARGUMENT...]]
            Run one benchmark and print its bars, or list the benchmarks. Quiet machine
            first: close what computes.""");

    private LauncherCommands() {}

    static boolean has(String name) {
        return USAGES.containsKey(name);
    }

    /// What `gradus help NAME` prints.
    static String usage(String name) {
        return USAGES.get(name);
    }
}
