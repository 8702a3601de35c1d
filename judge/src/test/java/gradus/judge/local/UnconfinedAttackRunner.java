package gradus.judge.local;

import gradus.course.Lab;
import gradus.judge.JudgePaths;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/// Runs attacks without the judge's sandbox, and checks that their effect shows. Start it only where hostile
/// code can do no harm. It prints a line for each attack.
final class UnconfinedAttackRunner {

    private static final Path JDK = Path.of(System.getProperty("java.home"), "bin");
    private static final int SECONDS = 12;
    private static final int MOST_READ = 20_000;

    /// A program that doesn't end within this time counts as endless.
    private static final int LONGER_THAN_A_LAB = 5;

    private static final List<String> OPENED = List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/java.io=ALL-UNNAMED",
            "--add-opens=java.base/java.lang.invoke=ALL-UNNAMED",
            "--add-exports=java.base/jdk.internal.misc=ALL-UNNAMED",
            "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED",
            "-Xmx1g");

    private final Path folder;

    private UnconfinedAttackRunner(Path folder) {
        this.folder = folder;
    }

    /// The attacks whose effect can be shown.
    static List<HostileSubmission> attacks() {
        return HostileSubmission.all().stream()
                .filter(hostileSubmission -> !hostileSubmission.the("control").startsWith("none: "))
                .toList();
    }

    /// @param names of the attacks; all if there are none
    public static void main(String[] names) throws Exception {
        if (Files.isWritable(Path.of("/tmp")) || System.getProperty("user.name").equals("root")) {
            throw new IllegalStateException("hostile code is let loose only where it cannot write anything");
        }
        var unconfinedAttackRunner = new UnconfinedAttackRunner(Files.createTempDirectory("gradus-control"));
        JudgePaths judgePaths = ToyLibrary.judgePaths(unconfinedAttackRunner.folder);
        Map<String, byte[]> checks;
        try (JudgeEngine judgeEngine = new JudgeEngine(judgePaths, false)) {
            checks = judgeEngine.compiledLabs().get(ToyLibrary.numbers()).checkClasses();
        }
        Path checkPath = classes(unconfinedAttackRunner.folder.resolve("checks"), checks);
        for (HostileSubmission hostileSubmission : attacks()) {
            if (names.length == 0 || List.of(names).contains(hostileSubmission.name())) {
                System.out.println(unconfinedAttackRunner.line(hostileSubmission, judgePaths, checkPath));
            }
        }
        Runtime.getRuntime().halt(0);
    }

    private String line(HostileSubmission hostileSubmission, JudgePaths judgePaths, Path checks) throws Exception {
        String problem = problem(hostileSubmission, judgePaths, checks);
        return problem.isEmpty() ? "shown " + hostileSubmission.name() : problem.replaceAll("\\s+", " ");
    }

    private String problem(HostileSubmission hostileSubmission, JudgePaths judgePaths, Path checks) throws Exception {
        try (Canaries canaries = Canaries.set()) {
            var targets = new HashMap<>(canaries.targets());
            targets.put("library", judgePaths.library().toString());
            targets.put("cache", judgePaths.cache().toString());
            String problem =
                    problem(hostileSubmission, hostileSubmission.source(targets), canaries, judgePaths, checks);
            return problem.isEmpty() ? "" : hostileSubmission.name() + " is void: " + problem;
        }
    }

    /// Compares the effect of the attack with the line `control` of its header.
    private String problem(
            HostileSubmission hostileSubmission, String source, Canaries canaries, JudgePaths judgePaths, Path checks)
            throws Exception {
        String control = hostileSubmission.the("control");
        Path home = Files.createDirectories(folder.resolve(hostileSubmission.name()));
        Path file = Files.writeString(home.resolve("Numbers.java"), source);
        var options =
                List.of("-cp", judgePaths.library().toString(), "-d", home.toString(), "-Xlint:none", file.toString());
        boolean bomb = control.startsWith("javac ") || control.equals("compiles");
        Ran javac = bomb ? run(SECONDS, List.of(JDK.resolve("javac").toString()), options) : compiled(options);
        if (bomb) {
            boolean may = (control.contains("compiles") && javac.code() == 0)
                    || (control.contains("is slow") && javac.millis() > 4000)
                    || (control.contains("fails")
                            && javac.code() != 0
                            && javac.printed().contains(after(control, "fails: ")));
            return may ? "" : "javac ended with " + javac.code() + ": " + javac.printed();
        }
        if (javac.code() != 0) {
            return "it does not compile: " + javac.printed();
        }
        String classPath = Stream.concat(
                        Stream.of(home, checks, judgePaths.library()),
                        Stream.of(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                                        .split(File.pathSeparator))
                                .map(Path::of))
                .map(Path::toString)
                .reduce((a, b) -> a + File.pathSeparator + b)
                .orElseThrow();
        var command = new ArrayList<>(List.of(JDK.resolve("java").toString()));
        command.addAll(OPENED);
        command.addAll(List.of("-cp", classPath, UnconfinedCheckRunner.class.getName()));
        Ran ran = run(
                control.equals("hangs") ? LONGER_THAN_A_LAB : SECONDS,
                command,
                ToyLibrary.numbers().checks().stream()
                        .map(UnconfinedAttackRunner::name)
                        .toList());
        boolean shows = switch (control.split(" ")[0]) {
            case "prints" ->
                ran.printed().contains(after(control, "prints "))
                        || ran.printed().contains(canaries.secret());
            case "passes" -> ran.printed().contains(control);
            case "harms" -> !canaries.harm().isEmpty();
            case "hangs" -> ran.code() == Ran.NEVER;
            case "ends" ->
                ran.code() == Integer.parseInt(after(control, "ends with "))
                        && !ran.printed().contains("passes NumbersChecks");
            default -> throw new IllegalStateException("no control is called " + control);
        };
        return shows ? "" : control + " was due, and it ended with " + ran.code() + ": " + ran.printed();
    }

    private static Ran compiled(List<String> options) {
        var printed = new ByteArrayOutputStream();
        int code = ToolProvider.getSystemJavaCompiler().run(null, printed, printed, options.toArray(String[]::new));
        return new Ran(code, printed.toString(StandardCharsets.UTF_8), 0);
    }

    private static String after(String text, String start) {
        int at = text.indexOf(start);
        return at < 0 ? "" : text.substring(at + start.length());
    }

    private static String name(Lab.Check check) {
        return check.className() + "#" + check.method();
    }

    private static Path classes(Path into, Map<String, byte[]> classes) throws IOException {
        for (Map.Entry<String, byte[]> each : classes.entrySet()) {
            Path file = into.resolve(each.getKey().replace('.', '/') + ".class");
            Files.createDirectories(file.getParent());
            Files.write(file, each.getValue());
        }
        return into;
    }

    /// @param code the exit code, or [#NEVER]
    private record Ran(int code, String printed, long millis) {
        static final int NEVER = -1;
    }

    private static Ran run(int seconds, List<String> command, List<String> arguments) throws Exception {
        var all = new ArrayList<>(command);
        all.addAll(arguments);
        long start = System.nanoTime();
        Process process = new ProcessBuilder(all).redirectErrorStream(true).start();
        var printed = new ByteArrayOutputStream();
        Thread reader = Thread.ofPlatform().daemon().start(() -> read(process, printed));
        boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
        List<ProcessHandle> started = process.descendants().toList();
        process.destroyForcibly().waitFor();
        started.forEach(ProcessHandle::destroyForcibly);
        // A program that it has started may keep the pipe open forever.
        reader.join(Duration.ofSeconds(1));
        return new Ran(
                ended ? process.exitValue() : Ran.NEVER,
                printed.toString(StandardCharsets.UTF_8),
                (System.nanoTime() - start) / 1_000_000);
    }

    /// Keeps the beginning but reads everything: a program that prints endlessly must not block.
    private static void read(Process process, ByteArrayOutputStream printed) {
        try (var in = process.getInputStream()) {
            printed.writeBytes(in.readNBytes(MOST_READ));
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // Then it has ended.
        }
    }
}
