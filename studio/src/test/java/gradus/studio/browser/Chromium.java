package gradus.studio.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The browser of this machine, driven by Playwright. It connects only to the studio.
///
/// @param playwright the driver
record Chromium(Playwright playwright, Browser browser) implements AutoCloseable {

    static final String MISSING = "No Chromium was found on the PATH, so no page is tested in a browser; install the"
            + " package chromium-headless-shell (Debian), chromium (Fedora), chromium-browser (Ubuntu) or google-chrome, and run the tests again.";

    /// The shell without a window takes much less of the processor than a whole browser without one.
    private static final List<String> NAMES =
            List.of("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome");

    static Optional<Path> found() {
        return NAMES.stream()
                .flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Chromium start(Path executable) {
        Playwright playwright = Playwright.create();
        var options = new LaunchOptions()
                .setExecutablePath(executable)
                .setArgs(List.of(
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-gpu",
                        "--disable-quic",
                        "--disable-sync",
                        "--no-first-run"));
        return new Chromium(playwright, playwright.chromium().launch(options));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
