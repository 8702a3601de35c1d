package gradus.bench.comparison;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The peer scikit-learn. Its programs are in `bench/peers/scikit-learn`. It is installed into `bench/target`
/// when a benchmark first needs it, if there is a `python3`.
public final class ScikitLearn {

    private static final String NAME = "scikit-learn";

    private ScikitLearn() {}

    /// Adds scikit-learn to `comparison`, or a note that it isn't available.
    ///
    /// @param program the name of the file in its folder, without its extension
    /// @param settings a suffix for its name
    /// @param environment additional environment variables
    public static Comparison addTo(
            Comparison comparison, Options options, String program, String settings, Map<String, String> environment) {
        Path folder = options.root().resolve("bench/peers").resolve(NAME);
        Path python = options.target().resolve("peers").resolve(NAME);
        Path mark = python.resolve("installed");
        try {
            if (!Files.exists(mark)) {
                System.err.println("Installing " + NAME + ".");
                run(List.of("python3", "-m", "venv", python.toString()));
                run(List.of(
                        executable(python).toString(),
                        "-m",
                        "pip",
                        "install",
                        "-q",
                        "-r",
                        folder.resolve("requirements.txt").toString()));
                Files.writeString(mark, "");
            }
            return comparison.with(new Participant(
                    NAME + settings,
                    List.of(
                            executable(python).toString(),
                            folder.resolve(program + ".py").toString()),
                    environment));
        } catch (IOException e) {
            return comparison.addAbsence(
                    NAME + " was not measured, because it could not be installed: " + e.getMessage());
        }
    }

    private static Path executable(Path python) {
        Path windows = python.resolve("Scripts/python.exe");
        return Files.exists(windows) ? windows : python.resolve("bin/python");
    }

    private static void run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException(output.lines().reduce("", (_, last) -> last));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("it was interrupted", e);
        }
    }
}
