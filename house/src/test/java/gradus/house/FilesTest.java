package gradus.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilesTest {

    /// The rooms whose modules are null-marked. The library depends on the JDK only, so it doesn't have the
    /// annotation.
    private static final List<String> MARKED =
            House.ROOMS.stream().filter(room -> !room.equals("ml")).toList();

    private static final Pattern TEXT = Pattern.compile(
            ".*\\.(java|md|xml|yaml|yml|cmd|css|js|mjs|ts|html|jte|svg|properties|options|config|pom)|gradus|NOTICE|\\.ci/run");

    private static final Pattern MACHINE_SPECIFIC_PATH =
            Pattern.compile("(?<![\\w./}])(/(work|root|home/\\w+|Users/\\w+)/|[A-Z]:\\\\Users\\\\\\w)");

    private static final Pattern DISABLED = Pattern.compile("(?m)^\\s*@Disabled\\b");

    @Test
    void noJavaFileIsLongerThan300Lines() {
        assertThat(House.files(".java").stream()
                        .filter(file -> House.text(file).lines().count() > 300))
                .as("Java files with more than 300 lines: split each into two files")
                .isEmpty();
    }

    @Test
    void noTestIsDisabled() {
        assertThat(House.files(".java").stream()
                        .filter(file -> DISABLED.matcher(House.text(file)).find()))
                .as("files with a disabled test: repair it, or delete it")
                .isEmpty();
    }

    @ParameterizedTest
    @FieldSource("MARKED")
    void everyModuleIsNullMarked(String room) {
        assertThat(House.text(Path.of(room, "src/main/java/module-info.java")))
                .as("the module of %s: write @NullMarked before 'module'", room)
                .containsPattern("(?m)^@NullMarked$");
    }

    @Test
    void noFileContainsAMachineSpecificPath() {
        assertThat(House.files().stream()
                        .filter(file ->
                                TEXT.matcher(file.toString().replace('\\', '/')).matches())
                        .filter(file ->
                                MACHINE_SPECIFIC_PATH.matcher(House.text(file)).find()))
                .as(
                        "files with a path that exists on one machine only: derive it from gradus.root or from the learner's home")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"see ~home~ada~notes", "(~root~x)", "C:!Users!ada"})
    void aMachineSpecificPathIsFound(String line) {
        assertThat(MACHINE_SPECIFIC_PATH
                        .matcher(line.replace('~', '/').replace('!', '\\'))
                        .find())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"$HOME/work/x", "a framework/root/x", "~/gradus/work/x", "/homework/"})
    void otherPathsAreAllowed(String line) {
        assertThat(MACHINE_SPECIFIC_PATH.matcher(line).find()).isFalse();
    }
}
