package gradus.bench;

import gradus.bench.comparison.MachineInfo;
import java.io.IOException;
import java.io.OutputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Measures the program with a course of all lessons of the road: its starts, the commands, the pages.
///
/// The course is simulated: see [SimulatedCourse].
public final class Course {

    private final Path real;
    private final Path root;
    private final Path home;
    private final ResultTable results = new ResultTable();

    private Course(Path real, Path folder) {
        this.real = real;
        this.root = folder.resolve("project");
        this.home = folder.resolve("home");
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("gradus-course");
        try {
            new Course(Path.of(System.getProperty("gradus.root")), folder).run();
        } finally {
            LabSubmissions.delete(folder);
        }
    }

    private void run() throws Exception {
        IO.println(MachineInfo.describe());
        buildTheProgram();
        Files.createDirectories(home);
        Files.createDirectories(root);
        List<String> lessons = SimulatedCourse.write(real, root);
        IO.println(lessons.size() + " lessons");
        time("first start after the build", "≤ 20 s", seconds("gradus.studio.CourseBuild"), 20);
        try (var studio = new Running()) {
            time("second start, to the first page", "≤ 2 s", studio.toFirstPage, 2);
            pages(studio, lessons);
            results.row(
                    "memory of the studio",
                    "≤ 250 MB",
                    "%.0f MB".formatted(studio.megabytes()),
                    studio.megabytes() <= 250);
        }
        time("next", "≤ 2 s", command("next"), 2);
        edit(lessons.get(lessons.size() / 2), "lesson.md");
        time("next, after an edit of one lesson", "≤ 3 s", command("next"), 3);
        time("author check of all", "≤ 30 s", command("author", "check"), 30);
        edit(lessons.get(1), "lesson.md");
        time("author check of one, after an edit of its prose", "≤ 2 s", command("author", "check", lessons.get(1)), 2);
        results.print();
    }

    private void buildTheProgram() throws Exception {
        Process process = new ProcessBuilder(real.resolve("gradus").toString(), "help")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0) {
            throw new IOException("the program cannot be built: ./gradus says why");
        }
    }

    private void time(String measure, String target, double seconds, double atMost) {
        results.row(measure, target, "%.2f s".formatted(seconds), seconds <= atMost);
    }

    private void pages(Running studio, List<String> lessons) throws Exception {
        var paths = new ArrayList<>(List.of("/", "/progress", "/map"));
        lessons.stream().limit(20).forEach(lesson -> paths.add("/lessons/" + lesson));
        double slowest = 0;
        String which = "";
        for (String path : paths) {
            double took = studio.seconds(path);
            if (took > slowest) {
                slowest = took;
                which = path;
            }
        }
        time("the slowest page, " + which, "≤ 0.5 s", slowest, 0.5);
    }

    private void edit(String lesson, String file) throws IOException {
        try (Stream<Path> all = Files.walk(root.resolve("curriculum"), 3)) {
            Path edited = all.filter(path -> path.endsWith(Path.of(lesson, file)))
                    .findFirst()
                    .orElseThrow();
            Files.writeString(edited, Files.readString(edited).replaceFirst("\\.\n", ". And so on.\n"));
        }
    }

    private double command(String... arguments) throws Exception {
        var all = new ArrayList<>(List.of("gradus.studio.Main"));
        all.addAll(List.of(arguments));
        if (!arguments[0].equals("author")) {
            all.addAll(List.of("--home", home.toString()));
        }
        return seconds(all.toArray(String[]::new));
    }

    private double seconds(String... mainAndArguments) throws Exception {
        long start = System.nanoTime();
        Process process = start(mainAndArguments);
        process.getInputStream().transferTo(OutputStream.nullOutputStream());
        process.waitFor();
        return (System.nanoTime() - start) / 1e9;
    }

    private Process start(String... mainAndArguments) throws IOException {
        String app = real.resolve("target/app")
                .resolve(Files.readString(real.resolve("target/built")).strip())
                .toString();
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "@" + real.resolve("studio/launch.options"),
                "-XX:AOTCache=" + app + ".aot",
                "-Duser.home=" + home,
                "-Dgradus.root=" + root,
                "-p",
                app,
                "-m",
                "gradus.studio/" + mainAndArguments[0]));
        command.addAll(List.of(mainAndArguments).subList(1, mainAndArguments.length));
        return new ProcessBuilder(command)
                .directory(root.toFile())
                .redirectErrorStream(true)
                .start();
    }

    /// A running studio.
    private final class Running implements AutoCloseable {

        private final Process process;
        private final URI address;
        private final HttpClient client = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.ALWAYS)
                .build();
        private final double toFirstPage;

        Running() throws Exception {
            long start = System.nanoTime();
            process = start("gradus.studio.Main", "--no-browser", "--port", "0", "--home", home.toString());
            address = StudioAddress.of(process);
            seconds("");
            toFirstPage = (System.nanoTime() - start) / 1e9;
        }

        double seconds(String path) throws Exception {
            long start = System.nanoTime();
            URI page = path.isEmpty() ? address : address.resolve(path);
            int status = client.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString())
                    .statusCode();
            if (status != 200) {
                throw new IOException(page + " answered " + status);
            }
            return (System.nanoTime() - start) / 1e9;
        }

        double megabytes() {
            return MachineInfo.residentMegabytes(root.toString());
        }

        @Override
        public void close() {
            client.close();
            process.destroy();
            process.onExit().join();
        }
    }
}
