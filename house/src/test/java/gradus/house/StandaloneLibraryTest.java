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

/// Uses the library on its own, as the README shows.
class StandaloneLibraryTest {

    @TempDir
    Path folder;

    @Test
    void theProgramsInTheReadmeRun() throws Exception {
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
        var output = new StringWriter();
        int status = ToolProvider.findFirst("javadoc")
                .orElseThrow()
                .run(
                        new PrintWriter(output),
                        new PrintWriter(output),
                        "-quiet",
                        // If the first sentence says what a method returns, there is no @return.
                        "-Xdoclint:all,-missing",
                        "--module-source-path",
                        "gradus.ml=" + House.ROOT.resolve("ml/src/main/java"),
                        "--module",
                        "gradus.ml",
                        "-d",
                        folder.toString());

        assertThat(status).as(output.toString()).isZero();
        assertThat(output.toString().lines().filter(line -> line.contains("warning:") || line.contains("error:")))
                .as("warnings, except the one about the JDK's incubating Vector API, which can't be turned off")
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
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    private static double lastNumber(String output) {
        return Double.parseDouble(output.strip().substring(output.strip().lastIndexOf(' ') + 1));
    }
}
