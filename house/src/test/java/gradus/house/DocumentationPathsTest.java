package gradus.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentationPathsTest {

    private static final Pattern FENCE = Pattern.compile("(?ms)^```.*?^```$");
    private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern FILE = Pattern.compile("[\\w.-]+\\.(md|java|xml|yaml|csv|cmd|svg|options)");

    private static final List<Path> FILES = House.files();

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "docs/judge.md", "curriculum/README.md"})
    void thePathsOnAPageExist(String page) {
        assertThat(paths(page).filter(path -> !exists(page, path)))
                .as("paths in %s that don't exist: correct the page, or restore the file", page)
                .isEmpty();
    }

    @Test
    void aMissingPathIsFound() {
        assertThat(exists("README.md", "ml/pom.xml")).isTrue();
        assertThat(exists("README.md", "ml/pomp.xml")).isFalse();
        assertThat(exists("curriculum/README.md", "README.md")).isTrue();
    }

    @Test
    void pathsAreFoundInCodeAndInLinks() {
        assertThat(paths("README.md")).contains("docs/walk.svg", "ARCHITECTURE.md", "curriculum/README.md");
    }

    private static Stream<String> paths(String page) {
        String prose = FENCE.matcher(House.text(Path.of(page))).replaceAll("");
        Stream<String> inCode = matches(CODE, prose).filter(DocumentationPathsTest::isAPath);
        Stream<String> inLinks = matches(LINK, prose).filter(link -> !link.matches("(https?|lesson|figure):.*|#.*"));
        boolean isOfALesson = page.startsWith("curriculum");
        // Pages for authors name files of lessons in general; there only names with a folder are paths of the project.
        return Stream.concat(inCode, inLinks).filter(path -> !isOfALesson || path.contains("/"));
    }

    /// Whether `code` is a path of the project. Paths below `target/` don't count, because only a build makes
    /// them.
    private static boolean isAPath(String code) {
        boolean isMade = code.startsWith("target/") || code.contains("/target/");
        boolean isPlain = code.matches("(\\./)?[\\w./-]*\\w") && !code.startsWith("gradus.") && !isMade;
        return isPlain && (code.contains("/") || FILE.matcher(code).matches());
    }

    /// Whether a path exists: relative to the project, or to the folder of its page, or as the name of any
    /// file.
    private static boolean exists(String page, String path) {
        return Files.exists(House.ROOT.resolve(path))
                || Files.exists(House.ROOT.resolve(page).resolveSibling(path))
                || FILES.stream().anyMatch(file -> file.endsWith(path));
    }

    private static Stream<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult result) -> result.group(1));
    }
}
