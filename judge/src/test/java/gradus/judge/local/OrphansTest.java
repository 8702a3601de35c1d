package gradus.judge.local;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.judge.LearnerParts;
import gradus.judge.ProgressEvent;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Child processes never outlive the program that started them, however it ends.
class OrphansTest {

    @TempDir
    Path folder;

    @Test
    void whenTheParentIsKilledInTheMiddleOfACheckItsChildrenEnd() throws Exception {
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "-Dgradus.root=" + System.getProperty("gradus.root"),
                        Parent.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output = parent.inputReader();
        assertThat(output.readLine()).isEqualTo("checking");
        List<ProcessHandle> children = parent.toHandle().descendants().toList();
        assertThat(children).isNotEmpty();

        parent.destroyForcibly();

        children.forEach(Processes::awaitEnd);
    }

    @Test
    void afterAVerdictNoChildIsLeft() throws Exception {
        try (LocalJudge judge = LocalJudge.oneShot(ToyLibrary.judgePaths(folder))) {
            judge.judge(
                    ToyLibrary.numbers(),
                    ToyLibrary.numbersAs(Files.readString(ToyLibrary.RESOURCES.resolve("cases/starts-a-program.java"))),
                    LearnerParts.NONE,
                    _ -> {});
        }

        ProcessHandle.current().descendants().toList().forEach(Processes::awaitEnd);
        assertThat(ProcessHandle.current().descendants()).isEmpty();
    }

    /// A program that judges a submission which never ends.
    static final class Parent {

        private Parent() {}

        public static void main(String[] arguments) {
            LocalJudge judge = LocalJudge.longLived(ToyLibrary.judgePaths(Path.of(arguments[0])));
            judge.judge(
                    ToyLibrary.patient(ToyLibrary.numbers()),
                    ToyLibrary.numbersAs(ToyLibrary.read("cases/loops-for-ever.java")),
                    LearnerParts.NONE,
                    progressEvent -> {
                        if (progressEvent instanceof ProgressEvent.Checking) {
                            System.out.println("checking");
                        }
                    });
        }
    }
}
