package gradus.ml.firstweek;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The programs on the pages of the packages are parts of the programs here, which are tested.
class PackagePagesTest {

    private static final Path ML = Path.of(System.getProperty("gradus.root"), "ml/src");
    private static final Pattern PROGRAM = Pattern.compile("(?s)/// ```java\\n(.*?)/// ```");

    @ParameterizedTest
    @ValueSource(strings = {"data", "data/split", "nn", "selection", "transformer"})
    void eachStatementOnThePageOfAPackageIsOneOfATestedProgram(String packageFolder) throws IOException {
        String programs = withoutSpace(sourcesOfPrograms());
        List<String> onPage = programs(Files.readString(
                ML.resolve("main/java/gradus/ml").resolve(packageFolder).resolve("package-info.java")));

        assertThat(onPage).isNotEmpty().allSatisfy(program -> {
            assertThat(program.lines()).hasSizeLessThanOrEqualTo(10);
            assertThat(program.split("(?<=[;}])\\n"))
                    .allSatisfy(statement -> assertThat(programs).as(statement).contains(withoutSpace(statement)));
        });
    }

    private static List<String> programs(String page) {
        return PROGRAM.matcher(page)
                .results()
                .map(match -> match.group(1).replaceAll("(?m)^/// ?", ""))
                .filter(program -> !program.startsWith("import "))
                .toList();
    }

    private static String sourcesOfPrograms() throws IOException {
        var sources = new StringBuilder();
        try (Stream<Path> files = Files.list(ML.resolve("test/java/gradus/ml/firstweek"))) {
            for (Path file : files.filter(file -> !file.endsWith("PackagePagesTest.java"))
                    .toList()) {
                sources.append(Files.readString(file));
            }
        }
        return sources.toString();
    }

    private static String withoutSpace(String text) {
        return text.replaceAll("\\s", "");
    }
}
