package gradus.studio.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The committed bundle was built by `npm run build` from the committed sources.
class BundleTest {

    private static final Path STUDIO = Path.of(System.getProperty("gradus.root"), "studio");
    private static final Path SOURCES = STUDIO.resolve("src/web");
    private static final Path BUNDLE = STUDIO.resolve("src/main/resources/gradus/studio/web/assets");

    @Test
    void theBundleIsMadeFromTheseSources() throws Exception {
        assertThat(Files.readString(BUNDLE.resolve("SOURCES.sha256")).strip())
                .as("run `npm ci && npm run build` in studio/src/web, and commit the bundle")
                .isEqualTo(sourcesHash());
    }

    @Test
    void everythingThatTheManifestNamesIsThere() {
        Assets assets = Assets.bundled();
        for (String name : List.of("app.js", "lesson.js", "app.css", "katex.css", "literata.woff2", "mark.svg")) {
            assertThat(BUNDLE.resolve(assets.path(name).substring(Assets.PATH.length())))
                    .exists();
        }
    }

    @Test
    void theLockFileNamesNoRegistry() throws Exception {
        assertThat(Files.readString(SOURCES.resolve("package-lock.json"))).doesNotContain("\"resolved\"");
    }

    @Test
    void theLicencesOfWhatIsBundledAreThere() throws Exception {
        assertThat(Files.readString(BUNDLE.resolve("LICENSES.txt")))
                .contains("@codemirror/view", "katex", "@fontsource-variable/literata", "SIL OPEN FONT LICENSE");
    }

    private static String sourcesHash() throws Exception {
        try (Stream<Path> sources = Files.walk(SOURCES.resolve("src"))) {
            List<Path> files = Stream.concat(
                            sources.filter(Files::isRegularFile),
                            Stream.of("build.mjs", "package.json", "package-lock.json")
                                    .map(SOURCES::resolve))
                    .toList();
            var lines = files.stream().map(BundleTest::line).sorted().toList();
            return hash(String.join("", lines).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String line(Path file) {
        try {
            String name = SOURCES.relativize(file).toString().replace('\\', '/');
            return name + " " + hash(Files.readAllBytes(file)) + "\n";
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
