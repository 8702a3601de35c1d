package gradus.judge.local;

import gradus.judge.PythonRunner;
import gradus.judge.support.JudgeException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Runs Python programs with an interpreter of this machine. They are the course's own code, so there is no
/// sandbox.
public final class LocalPythonRunner implements PythonRunner {

    private static final String PROGRAM = "panel.py";
    private static final int MAX_BYTES = 64 * 1024;

    /// Without these, an interpreter may not find itself or the packages of its user.
    private static final Set<String> KEPT_ENVIRONMENT_VARIABLES = Set.of("PATH", "HOME", "SystemRoot", "APPDATA");

    /// One thread and one order of hashes, so that a program prints the same each time; UTF-8 on every
    /// system.
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "PYTHONHASHSEED", "0",
            "PYTHONUTF8", "1",
            "PYTHONDONTWRITEBYTECODE", "1",
            "OMP_NUM_THREADS", "1",
            "OPENBLAS_NUM_THREADS", "1",
            "MKL_NUM_THREADS", "1");

    private final String python;
    private final Duration limit;

    /// @param python a name on the path, `python3`, or a file
    /// @param limit how long a program may run
    public LocalPythonRunner(String python, Duration limit) {
        // A process that starts in another folder would look for a relative file there.
        this.python = python.contains("/") || python.contains(File.separator)
                ? Path.of(python).toAbsolutePath().toString()
                : python;
        this.limit = limit;
    }

    @Override
    public Result run(String program, List<String> arguments) {
        try {
            Path folder = Files.createTempDirectory("gradus-panel");
            try {
                return run(folder, program, arguments);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new JudgeException("a Python program cannot be run in a temporary folder", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JudgeException("interrupted while a Python program ran", e);
        }
    }

    private Result run(Path folder, String program, List<String> arguments) throws IOException, InterruptedException {
        Path work = Files.createDirectory(folder.resolve("work"));
        Files.writeString(work.resolve(PROGRAM), program);
        Path output = folder.resolve("output");
        Path errors = folder.resolve("errors");
        var command = new ArrayList<>(List.of(python, PROGRAM));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command)
                .directory(work.toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile());
        builder.environment().keySet().retainAll(KEPT_ENVIRONMENT_VARIABLES);
        builder.environment().putAll(ENVIRONMENT);
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            return new Result.NotStarted();
        }
        try (var _ = process.getOutputStream()) {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return new Result.Failed("it ran longer than " + limit.toSeconds() + " s");
            }
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
        if (Files.size(output) > MAX_BYTES) {
            return new Result.Failed("it printed more than " + MAX_BYTES / 1024 + " KB");
        }
        return process.exitValue() == 0
                ? new Result.Through(text(output).replace("\r\n", "\n"))
                : new Result.Failed("it ended with exit code " + process.exitValue() + lastLine(errors));
    }

    /// The last line of a traceback says what happened.
    private static String lastLine(Path errors) throws IOException {
        return text(errors)
                .lines()
                .filter(line -> !line.isBlank())
                .reduce((_, last) -> last)
                .map(last -> ", \"" + last.strip() + "\"")
                .orElse("");
    }

    /// Text in any encoding, because it is only shown.
    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
