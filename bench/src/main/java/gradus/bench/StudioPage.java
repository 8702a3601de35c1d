package gradus.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import gradus.course.Coding;
import gradus.judge.Submission;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Measures the studio as a learner uses it: the start of the program, and a page in a browser.
final class StudioPage implements AutoCloseable {

    private static final int STARTS = 5;
    private static final int WARM_UP = 20;

    /// Measures the time from the press of the button to the frame that shows the verdict.
    private static final String PRESS = """
            () => new Promise(done => {
                const verdict = document.querySelector('gradus-workbench .verdict')
                const start = performance.now()
                new MutationObserver((changes, observer) => {
                    if (changes.some(change => change.addedNodes.length > 0)) {
                        observer.disconnect()
                        requestAnimationFrame(() => done(performance.now() - start))
                    }
                }).observe(verdict, { childList: true })
                document.querySelector('[data-do=check]').click()
            })""";

    private final Path root;
    private final Path home;

    private StudioPage(Path root, Path home) {
        this.root = root;
        this.home = home;
    }

    static StudioPage open(Path root) throws IOException {
        return new StudioPage(root, Files.createTempDirectory("gradus-home"));
    }

    void measure(ResultTable results, Coding lab, int times) throws Exception {
        Submission right = LabSubmissions.reference(lab);
        for (Map.Entry<String, String> source : right.sources().entrySet()) {
            Path file = home.resolve("workspace/src/main/java").resolve(source.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, source.getValue());
        }
        var first = new Timings();
        for (int i = 0; i < STARTS; i++) {
            try (var studio = new Running(root, home)) {
                first.add(studio.verdict(LabSubmissions.edited(right, i)));
            }
        }
        results.row(
                "first verdict after the program starts, by HTTP: p50; p95",
                "≤ 0.6 s",
                first.toString(),
                first.median() <= 600);
        terminal(results, lab.lesson());
        Optional<Path> chromium = chromium();
        if (chromium.isEmpty()) {
            results.peer("the same on the page", "not measured: there is no Chromium");
            return;
        }
        try (var studio = new Running(root, home)) {
            Timings page = onThePage(chromium.get(), studio, lab, times);
            results.row(
                    "press to verdict on the page, " + lab.lesson() + ": p50; p95",
                    "≤ 60 ms p50",
                    page.toString(),
                    page.median() <= 60);
        }
    }

    /// The whole launcher, from the shell's start of it to its end.
    private void terminal(ResultTable results, String lesson) throws Exception {
        Timings cold = checks(STARTS, lesson);
        results.row("gradus check " + lesson + ", cold: p50; p95", "≤ 1.2 s", cold.toString(), cold.median() <= 1200);
        try (var _ = new Running(root, home)) {
            // The first ones find the studio still getting ready.
            checks(STARTS, lesson);
            Timings beside = checks(2 * STARTS, lesson);
            results.row(
                    "gradus check " + lesson + ", beside a running studio: p50; p95",
                    "≤ 0.3 s",
                    beside.toString(),
                    beside.median() <= 300);
        }
    }

    private Timings checks(int times, String lesson) throws Exception {
        var timings = new Timings();
        for (int i = 0; i < times; i++) {
            Thread.sleep(2000);
            long start = System.nanoTime();
            int code = new ProcessBuilder(root.resolve("gradus").toString(), "check", lesson, "--home", home.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            timings.add((System.nanoTime() - start) / 1e6);
            if (code != 0) {
                throw new IllegalStateException("a correct solution did not pass at the terminal: exit code " + code);
            }
        }
        return timings;
    }

    private static Timings onThePage(Path chromium, Running studio, Coding lab, int times) {
        var options = new BrowserType.LaunchOptions()
                .setExecutablePath(chromium)
                .setArgs(List.of("--no-sandbox", "--disable-gpu"));
        var environment = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        try (Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
                Browser browser = playwright.chromium().launch(options)) {
            Page page = browser.newPage();
            page.navigate(studio.address().toString());
            page.navigate(studio.address().resolve("/lessons/" + lab.lesson()).toString());
            // The editor is loaded when it becomes visible.
            page.locator("gradus-workbench").scrollIntoViewIfNeeded();
            page.locator(".cm-content").click();
            var timings = new Timings();
            for (int i = -WARM_UP; i < times; i++) {
                page.locator(".cm-content").press("Control+End");
                page.keyboard().type("\n// " + i);
                page.waitForTimeout(1500);
                double took = ((Number) page.evaluate(PRESS)).doubleValue();
                if (i >= 0) {
                    timings.add(took);
                }
            }
            return timings;
        }
    }

    private static Optional<Path> chromium() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public void close() throws IOException {
        LabSubmissions.delete(home);
    }

    /// A studio that has just printed its address.
    private static final class Running implements AutoCloseable {

        private final Process process;
        private final URI address;

        Running(Path root, Path home) throws IOException {
            process = new ProcessBuilder(
                            root.resolve("gradus").toString(), "--no-browser", "--port", "0", "--home", home.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            address = StudioAddress.of(process);
        }

        URI address() {
            return address;
        }

        /// The time until the verdict arrives.
        double verdict(Submission submission) throws Exception {
            try (HttpClient client = HttpClient.newBuilder()
                    .cookieHandler(new CookieManager())
                    .followRedirects(HttpClient.Redirect.ALWAYS)
                    .build()) {
                client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding());
                String path = "/lessons/" + submission.lesson();
                client.send(post(path + "/lab", ""), BodyHandlers.discarding());
                HttpRequest check = post(path + "/check", json(submission));
                long start = System.nanoTime();
                boolean passed = client.send(check, BodyHandlers.ofLines())
                        .body()
                        .anyMatch(line -> line.contains("\"event\":\"verdict\"") && line.contains("\"passed\":true"));
                if (!passed) {
                    throw new IllegalStateException("a correct solution did not pass in the studio");
                }
                return (System.nanoTime() - start) / 1e6;
            }
        }

        private HttpRequest post(String path, String body) {
            return HttpRequest.newBuilder(address.resolve(path))
                    .header("Origin", "http://" + address.getAuthority())
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
        }

        private static String json(Submission submission) {
            var text = new StringBuilder("{\"sources\":{");
            submission
                    .sources()
                    .forEach((path, source) -> text.append(text.length() > 12 ? "," : "")
                            .append(quoted(path))
                            .append(':')
                            .append(quoted(source)));
            return text.append("}}").toString();
        }

        private static String quoted(String text) {
            return '"'
                    + text.replace("\\", "\\\\")
                            .replace("\"", "\\\"")
                            .replace("\n", "\\n")
                            .replace("\t", "\\t")
                    + '"';
        }

        @Override
        public void close() {
            process.destroy();
            try {
                process.waitFor(10, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
