package gradus.judge.selftest;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The targets of the attacks: a file in a folder, a server that listens, a process that waits. Closing
/// removes them all.
public final class AttackTargets implements AutoCloseable {

    private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");
    private static final List<String> VARIABLES = List.of("PATH", "Path", "HOME", "USER", "LOGNAME");

    private final Path folder;
    private final ServerSocket server;
    private final Process victim;
    private final Map<String, String> arguments = new HashMap<>();

    private AttackTargets(Path folder, ServerSocket server, Process victim) {
        this.folder = folder;
        this.server = server;
        this.victim = victim;
    }

    /// Creates the targets, in a new folder.
    ///
    /// @param forged a message with a token of its own
    /// @param heap more bytes than the child's heap has
    public static AttackTargets create(byte[] forged, long heap) throws IOException {
        Path folder = Files.createTempDirectory("gradus-canary");
        Path canary = Files.writeString(folder.resolve("canary"), "sings");
        var server = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
        Process victim = new ProcessBuilder(WINDOWS ? List.of("ping", "-n", "30", "127.0.0.1") : List.of("sleep", "30"))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        var targets = new AttackTargets(folder, server, victim);
        targets.arguments.putAll(Map.of(
                "canary", canary.toString(),
                "port", Integer.toString(server.getLocalPort()),
                "victim", Long.toString(victim.pid()),
                "program", WINDOWS ? "cmd /c exit" : "true",
                "proctor", "gradus.proctor.worker.Main",
                "checks", "gradus.judge.selftest.hidden.HiddenAnswer",
                "forged", Base64.getEncoder().encodeToString(forged),
                "heap", Long.toString(heap)));
        VARIABLES.stream()
                .filter(name -> System.getenv(name) != null)
                .findFirst()
                .ifPresent(name -> targets.arguments.put("variable", name));
        for (String namespace : List.of("net", "ipc")) {
            namespace(namespace).ifPresent(own -> targets.arguments.put(namespace, own));
        }
        return targets;
    }

    /// The arguments of the attacks, by name.
    public Map<String, String> arguments() {
        return Map.copyOf(arguments);
    }

    @Override
    public void close() throws IOException {
        server.close();
        victim.destroyForcibly();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static Optional<String> namespace(String name) {
        try {
            return Optional.of(
                    Files.readSymbolicLink(Path.of("/proc/self/ns", name)).toString());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
