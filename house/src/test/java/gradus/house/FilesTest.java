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

    /// The library depends on the JDK alone, and so has no annotation to mark it with.
    private static final List<String> MARKED =
            House.ROOMS.stream().filter(room -> !room.equals("ml")).toList();

    private static final Pattern TEXT = Pattern.compile(
            ".*\\.(java|md|xml|yaml|yml|cmd|css|js|mjs|ts|html|jte|svg|properties|options|config|pom)|gradus|NOTICE|\\.ci/run");

    private static final Pattern PATH_OF_A_MACHINE =
            Pattern.compile("(?<![\\w./}])(/(work|root|home/\\w+|Users/\\w+)/|[A-Z]:\\\\Users\\\\\\w)");

    private static final Pattern SWITCHED_OFF = Pattern.compile("(?m)^\\s*@Disabled\\b");

    @Test
    void noJavaFileIsLongerThan300Lines() {
        assertThat(House.files(".java").stream()
                        .filter(file -> House.text(file).lines().count() > 300))
                .as("Java files of more than 300 lines: find the second idea in each, and give it a file")
                .isEmpty();
    }

    @Test
    void noTestIsSwitchedOff() {
        assertThat(House.files(".java").stream()
                        .filter(file -> SWITCHED_OFF.matcher(House.text(file)).find()))
                .as("files with a test that is switched off: repair it, or delete it")
                .isEmpty();
    }

    @ParameterizedTest
    @FieldSource("MARKED")
    void nullStandsOnlyWhereItIsSaid(String room) {
        assertThat(House.text(Path.of(room, "src/main/java/module-info.java")))
                .as("the module of %s: write @NullMarked before 'module'", room)
                .containsPattern("(?m)^@NullMarked$");
    }

    @Test
    void noFileNamesAPathOfSomeonesMachine() {
        assertThat(House.files().stream()
                        .filter(file ->
                                TEXT.matcher(file.toString().replace('\\', '/')).matches())
                        .filter(file ->
                                PATH_OF_A_MACHINE.matcher(House.text(file)).find()))
                .as(
                        "files that name a path which exists on one machine only: take it from gradus.root or from the learner's home")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"see ~home~ada~notes", "(~root~x)", "C:!Users!ada"})
    void aPathOfAMachineIsSeen(String line) {
        assertThat(PATH_OF_A_MACHINE
                        .matcher(line.replace('~', '/').replace('!', '\\'))
                        .find())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"$HOME/work/x", "a framework/root/x", "~/gradus/work/x", "/homework/"})
    void otherPathsAreFree(String line) {
        assertThat(PATH_OF_A_MACHINE.matcher(line).find()).isFalse();
    }
}
