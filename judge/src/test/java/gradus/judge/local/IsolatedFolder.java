package gradus.judge.local;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/// A folder where another user can run programs of these tests, with copies of everything that they need.
final class IsolatedFolder {

    /// A plain user without privileges.
    static final List<String> PLAIN_USER = List.of(
            "setpriv",
            "--reuid=65534",
            "--regid=65534",
            "--clear-groups",
            "--no-new-privs",
            "--inh-caps=-all",
            "--bounding-set=-all");

    /// Separate namespaces. The loopback device of a new one is down, but attacks need servers as targets.
    static final List<String> NAMESPACES = List.of(
            "unshare",
            "--map-root-user",
            "--net",
            "--ipc",
            "--uts",
            "--pid",
            "--fork",
            "--mount-proc",
            "sh",
            "-c",
            "ip link set lo up && exec \"$0\" \"$@\"");

    private static final Path ROOT = Path.of(System.getProperty("gradus.root")).toAbsolutePath();

    private final Path home;

    private IsolatedFolder(Path home) {
        this.home = home;
    }

    /// @param folder an empty folder whose parent anybody can enter
    static IsolatedFolder in(Path folder) throws IOException {
        Path home = Files.createDirectory(folder.resolve("stage"));
        copy(ToyLibrary.RESOURCES, home.resolve("judge/src/test/resources"));
        Path images = ROOT.resolve("target/course/java");
        if (Files.exists(images)) {
            copy(images, home.resolve("target/course/java"));
        }
        Files.createDirectory(home.resolve("tmp"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        return new IsolatedFolder(home);
    }

    /// Whether this machine lets us run `as`, which keeps hostile code away from everything except this
    /// folder.
    boolean lends(List<String> as) throws IOException, InterruptedException {
        var probe = new ArrayList<>(as);
        probe.add("true");
        return new ProcessBuilder(probe).redirectErrorStream(true).start().waitFor() == 0;
    }

    /// A plain user for whom everything except this folder is read-only and no other process is visible, so
    /// that nothing can do harm.
    List<String> shutIn() {
        var as = new ArrayList<>(List.of(
                "unshare",
                "--mount",
                "--propagation",
                "private",
                "--ipc",
                "--uts",
                "--pid",
                "--fork",
                "--kill-child",
                "--mount-proc",
                "sh",
                "-ec",
                "mount --bind \"$0\" \"$0\"; mount -t tmpfs tmpfs /dev/shm;"
                        + " mount -o remount,bind,ro /; if touch /tmp/let-loose 2>/dev/null; then exit 9; fi; exec \"$@\"",
                home.toString()));
        // A program that prints endlessly must not fill the disk.
        as.addAll(List.of("prlimit", "--fsize=" + (256L << 20)));
        as.addAll(PLAIN_USER);
        return as;
    }

    /// Runs the main method of `program` in this folder and returns its output.
    List<String> lines(List<String> as, Class<?> program, String... arguments)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(as);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + home.resolve("tmp"),
                "-Dgradus.root=" + home,
                "-cp",
                classPath(),
                program.getName()));
        command.addAll(List.of(arguments));
        open();
        Path printed = Files.createTempFile("gradus-stage", ".txt");
        try {
            int code = new ProcessBuilder(command)
                    .directory(home.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(printed.toFile())
                    .start()
                    .waitFor();
            List<String> lines =
                    Files.readString(printed, StandardCharsets.UTF_8).lines().toList();
            return code == 0 ? lines : List.of("ended with " + code + ": " + lines);
        } finally {
            Files.delete(printed);
        }
    }

    /// Copies the class path: Maven's repository may be in a home folder that nobody else can enter.
    private String classPath() throws IOException {
        var entries = new ArrayList<String>();
        String own = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        for (String entry : own.split(File.pathSeparator)) {
            Path from = Path.of(entry);
            Path to = home.resolve("class-path")
                    .resolve(Integer.toString(entries.size()))
                    .resolve(from.getFileName());
            if (Files.exists(from)) {
                copy(from, to);
                entries.add(to.toString());
            }
        }
        return String.join(File.pathSeparator, entries);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copied = to.resolve(from.relativize(file).toString());
                if (!Files.exists(copied)) {
                    Files.copy(file, copied, LinkOption.NOFOLLOW_LINKS);
                }
            }
        }
    }

    private void open() throws IOException {
        try (var files = Files.walk(home)) {
            for (Path file : files.filter(each -> !Files.isSymbolicLink(each)).toList()) {
                boolean program = Files.isDirectory(file) || Files.isExecutable(file);
                Files.setPosixFilePermissions(
                        file, PosixFilePermissions.fromString(program ? "rwxrwxrwx" : "rw-rw-rw-"));
            }
        }
    }
}
