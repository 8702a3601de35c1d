package gradus.judge.local;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.judge.PythonRunner.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The runner with a shell script in the place of Python.
@DisabledOnOs(OS.WINDOWS)
class LocalPythonRunnerTest {

    @TempDir
    Path folder;

    private Result run(Duration limit, String script) throws IOException {
        Path python = folder.resolve("python3");
        Files.writeString(python, "#!/bin/sh\n" + script + "\n");
        assertThat(python.toFile().setExecutable(true)).isTrue();
        return new LocalPythonRunner(python.toString(), limit).run("print(1)\n", List.of("numpy"));
    }

    private Result run(String script) throws IOException {
        return run(Duration.ofMinutes(1), script);
    }

    @Test
    void theProgramIsAloneInAnEmptyFolder() throws IOException {
        assertThat(run("ls -a; cat \"$1\"; echo \"$2\""))
                .isEqualTo(new Result.Through(".\n..\npanel.py\nprint(1)\nnumpy\n"));
    }

    @Test
    void itRunsInOneThreadWithoutTheEnvironment() throws IOException {
        assertThat(run("env | cut -d= -f1 | sort | grep -v '^_$\\|PWD\\|SHLVL'"))
                .isInstanceOfSatisfying(
                        Result.Through.class,
                        ran -> assertThat(ran.output().lines())
                                .contains("OMP_NUM_THREADS", "PYTHONHASHSEED", "PATH")
                                .allMatch(name -> name.matches("PYTHON\\w+|\\w+_NUM_THREADS|PATH|HOME")));
    }

    @Test
    void warningsAreNoOutput() throws IOException {
        assertThat(run("echo 1; echo careful >&2")).isEqualTo(new Result.Through("1\n"));
    }

    @Test
    void aProgramThatFailsSaysWhyInOneClause() throws IOException {
        assertThat(run("echo 'Traceback:' >&2; echo 'NameError: x' >&2; exit 1"))
                .isEqualTo(new Result.Failed("it ended with exit code 1, \"NameError: x\""));
    }

    @Test
    void aProgramThatNeverEndsIsStopped() throws IOException {
        assertThat(run(Duration.ofSeconds(1), "sleep 1000")).isEqualTo(new Result.Failed("it ran longer than 1 s"));
    }

    @Test
    void aProgramThatPrintsTooMuchIsRefused() throws IOException {
        assertThat(run("head -c 70000 /dev/zero")).isEqualTo(new Result.Failed("it printed more than 64 KB"));
    }

    @Test
    void aPythonThatIsNotThereIsSaidToBeMissing() {
        assertThat(new LocalPythonRunner(folder.resolve("none").toString(), Duration.ofMinutes(1)).run("", List.of()))
                .isEqualTo(new Result.NotStarted());
    }
}
