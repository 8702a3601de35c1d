package gradus.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The library, used alone as the README says.
class StandaloneLibraryTest {

    @TempDir
    Path folder;

    @Test
    void theProgramsOfTheReadmeRun() throws Exception {
        List<String> programs = Pattern.compile("(?s)```java\n(.*?)```")
                .matcher(House.text(Path.of("README.md")))
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();

        assertThat(programs).hasSize(3);
        assertThat(lastNumber(run("Flowers.java", programs.get(0)))).isGreaterThan(0.9);
        assertThat(lastNumber(run("Moons.java", programs.get(1)))).isLessThan(0.01);
        assertThat(lastNumber(run("Length.java", programs.get(2)))).isEqualTo(5);
    }

    @Test
    void theDocumentationIsBuiltWithoutWarnings() {
        var said = new StringWriter();
        int status = ToolProvider.findFirst("javadoc")
                .orElseThrow()
                .run(
                        new PrintWriter(said),
                        new PrintWriter(said),
                        "-quiet",
                        // A sentence that says what a method gives is not said again behind @return.
                        "-Xdoclint:all,-missing",
                        "--module-source-path",
                        "gradus.ml=" + House.ROOT.resolve("ml/src/main/java"),
                        "--module",
                        "gradus.ml",
                        "-d",
                        folder.toString());

        assertThat(status).as(said.toString()).isZero();
        assertThat(said.toString().lines().filter(line -> line.contains("warning:") || line.contains("error:")))
                .as("warnings but for that on the vectors of the JDK, which nobody can turn off")
                .allMatch(line -> line.contains("incubating"));
    }

    private String run(String name, String program) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve(name), program);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--module-path",
                        House.ROOT.resolve("ml/target/classes").toString(),
                        "--add-modules",
                        "gradus.ml",
                        file.toString())
                .directory(House.ROOT.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private static double lastNumber(String said) {
        return Double.parseDouble(said.strip().substring(said.strip().lastIndexOf(' ') + 1));
    }
}
