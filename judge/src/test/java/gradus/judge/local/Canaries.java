package gradus.judge.local;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/// The targets of an attack, which show its effects: files, servers and a process. Each of two attacks at a
/// time has its own, so every effect belongs to one attack.
final class Canaries implements AutoCloseable {

    private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));

    /// A number, so that it can be a part of the time that a program sleeps.
    private final String mark = Long.toString(1_000_000_000L + System.nanoTime() % 1_000_000_000L);

    private final String secret = UUID.randomUUID().toString();
    private final Queue<String> contacts = new ConcurrentLinkedQueue<>();
    private final Path folder;
    private final Path canary;
    private final ServerSocket tcp;
    private final DatagramSocket udp;
    private final ServerSocketChannel unix;
    private final Process victim;
    private final Map<String, String> before;

    private Canaries() throws IOException {
        folder = Files.createTempDirectory("gradus-canary");
        canary = Files.writeString(folder.resolve("canary"), secret);
        Files.createDirectory(folder.resolve("nest"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(canary, PosixFilePermissions.fromString("rw-r--r--"));
        Files.setLastModifiedTime(canary, FileTime.fromMillis(1_000_000_000_000L));
        tcp = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        udp = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        unix = ServerSocketChannel.open(StandardProtocolFamily.UNIX)
                .bind(UnixDomainSocketAddress.of(folder.resolve("socket")));
        victim = new ProcessBuilder("sleep", "120").start();
        listen("TCP", () -> tcp.accept().close());
        listen("UDP", () -> udp.receive(new DatagramPacket(new byte[9], 9)));
        listen("unix", () -> unix.accept().close());
        before = state();
    }

    static Canaries set() {
        try {
            return new Canaries();
        } catch (IOException e) {
            throw new IllegalStateException("the canaries cannot be set", e);
        }
    }

    private interface Visit {
        void await() throws IOException;
    }

    private void listen(String kind, Visit visit) {
        Thread.ofPlatform().daemon().name("canary-" + kind).start(() -> {
            try {
                while (true) {
                    visit.await();
                    contacts.add(kind);
                }
            } catch (IOException e) {
                // It has been closed.
            }
        });
    }

    /// The targets, by the names in the source of an attack.
    Map<String, String> targets() {
        return Map.of(
                "canary", canary.toString(),
                "folder", folder.toString(),
                "temporary", TEMPORARY.resolve("left-" + mark).toString(),
                "mark", mark,
                "tcp", Integer.toString(tcp.getLocalPort()),
                "udp", Integer.toString(udp.getLocalPort()),
                "unix", folder.resolve("socket").toString(),
                "victim", Long.toString(victim.pid()),
                "resources", ToyLibrary.RESOURCES.toString());
    }

    /// The content of the canary.
    String secret() {
        return secret;
    }

    /// Everything that has changed.
    List<String> harm() {
        var harm = new ArrayList<String>();
        contacts.forEach(kind -> harm.add("somebody called at the " + kind + " server"));
        if (!victim.isAlive()) {
            harm.add("the process was ended");
        }
        Map<String, String> now = state();
        if (!now.equals(before)) {
            harm.add("files were changed: " + now + " was " + before);
        }
        started().forEach(process -> harm.add("a program was left: " + process.info()));
        left().forEach(file -> harm.add("a file was left: " + file));
        return harm;
    }

    /// Programs that were started with the mark among their arguments.
    private Stream<ProcessHandle> started() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .commandLine()
                        .filter(it -> it.contains(mark))
                        .isPresent());
    }

    private List<Path> left() {
        var left = new ArrayList<Path>();
        for (Path place : List.of(TEMPORARY, Path.of("/dev/shm"))) {
            try (var files = Files.list(place)) {
                files.filter(file -> file.getFileName().toString().contains(mark))
                        .forEach(left::add);
            } catch (IOException e) {
                // There is no such place here.
            }
        }
        return left;
    }

    /// Every file below the folder: kind, permissions, owner, time, attributes, content.
    private Map<String, String> state() {
        var state = new TreeMap<String, String>();
        try (var files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                state.put(folder.relativize(file).toString(), state(file));
            }
        } catch (IOException e) {
            state.put("", "cannot be walked: " + e);
        }
        return state;
    }

    private static String state(Path file) throws IOException {
        var attributes = Files.readAttributes(file, "unix:mode,uid,nlink,lastModifiedTime", LinkOption.NOFOLLOW_LINKS);
        var view = Files.getFileAttributeView(file, UserDefinedFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        boolean regular = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
        return new TreeMap<>(attributes) + (regular ? view.list() + Files.readString(file) : "");
    }

    /// Removes everything, and what a successful attack has left.
    @Override
    public void close() {
        started().forEach(ProcessHandle::destroyForcibly);
        victim.destroyForcibly();
        try {
            tcp.close();
            udp.close();
            unix.close();
            for (Path file : left()) {
                delete(file);
            }
            delete(folder);
        } catch (IOException e) {
            throw new IllegalStateException("the canaries cannot be taken away", e);
        }
    }

    private static void delete(Path root) throws IOException {
        if (Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            try (var files = Files.walk(root)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
