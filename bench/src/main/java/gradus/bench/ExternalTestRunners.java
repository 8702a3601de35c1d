package gradus.bench;

import gradus.course.Coding;
import gradus.course.Source;
import gradus.judge.Submission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Runs the same source and the same checks with other test runners: with Exercism's, which compiles and
/// starts the JUnit platform in a new JVM, and with Maven in the learner's workspace. Neither has a sandbox.
final class ExternalTestRunners {

    private final Path root;
    private final Coding lab;
    private final Path folder;

    ExternalTestRunners(Path root, Coding lab) throws IOException {
        this.root = root;
        this.lab = lab;
        this.folder = Files.createTempDirectory("gradus-peers");
    }

    /// Measures both runners.
    ///
    /// @param exercism the folder with the jars of Exercism's runner
    void measure(ResultTable results, int times, Optional<Path> exercism) throws Exception {
        try {
            if (exercism.isPresent()) {
                results.peer(
                        "Exercism's java-test-runner, the same source and checks: p50; p95",
                        exercism(exercism.get(), times).toString());
            } else {
                results.peer(
                        "Exercism's java-test-runner", "not measured: name the folder of its jars as second argument");
            }
            results.peer(
                    "mvn test, the same source and checks: p50; p95",
                    maven(times).toString());
        } finally {
            LabSubmissions.delete(folder);
        }
    }

    private Timings exercism(Path jars, int times) throws Exception {
        Path input = folder.resolve("exercism");
        Path output = Files.createDirectories(folder.resolve("exercism-out"));
        var timings = new Timings();
        for (int i = -1; i < times; i++) {
            fill(input.resolve("src/main/java"), input.resolve("src/test/java"), i);
            long start = System.nanoTime();
            run(
                    folder,
                    List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            jars.resolve("*") + ":" + jar("gradus-proctor"),
                            "com.exercism.TestRunner",
                            lab.lesson(),
                            input.toString(),
                            output + "/"));
            double took = (System.nanoTime() - start) / 1e6;
            String results = Files.readString(output.resolve("results.json"));
            if (!results.matches("(?s).*\"status\"\\s*:\\s*\"pass\".*") || results.contains("\"fail\"")) {
                throw new IllegalStateException("a correct solution did not pass: " + results);
            }
            if (i >= 0) {
                timings.add(took);
            }
        }
        return timings;
    }

    private Timings maven(int times) throws Exception {
        Path home = folder.resolve("home");
        run(root, List.of(root.resolve("gradus").toString(), "start", lab.lesson(), "--home", home.toString()));
        Path workspace = home.resolve("workspace");
        var timings = new Timings();
        // The first run may have to download Maven's test plugin.
        for (int i = -1; i < times; i++) {
            fill(workspace.resolve("src/main/java"), workspace.resolve("src/test/java"), i);
            var command = new ArrayList<>(List.of(
                    root.resolve("mvnw").toString(),
                    "-B",
                    "-q",
                    "-f",
                    workspace.resolve("pom.xml").toString()));
            command.addAll(i < 0 ? List.of("test") : List.of("-o", "test"));
            long start = System.nanoTime();
            run(root, command);
            if (i >= 0) {
                timings.add((System.nanoTime() - start) / 1e6);
            }
        }
        return timings;
    }

    private void fill(Path main, Path test, int edit) throws IOException {
        Submission submission = LabSubmissions.edited(LabSubmissions.reference(lab), edit);
        for (var source : submission.sources().entrySet()) {
            write(main.resolve(source.getKey()), source.getValue());
        }
        for (Source check : lab.checkSources()) {
            write(test.resolve(check.path()), check.text());
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Path jar(String name) throws IOException {
        try (var files = Files.list(root.resolve("bench/target/app"))) {
            return files.filter(file -> file.getFileName().toString().startsWith(name))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void run(Path in, List<String> command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).directory(in.toFile()).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " failed: " + output);
        }
    }
}
