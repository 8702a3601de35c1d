// attack: a failure from the third run on, counted in a file
// verdict: Forbidden
// blocked by: Landlock; seccomp
package gradus.lab.tests.toy;

import static gradus.proctor.assertions.Expect.calling;

import gradus.ml.toy.Numbers;
import org.junit.jupiter.api.Test;

class NumbersTests {

    @Test
    void failsFromTheThirdRunOn() throws Exception {
        var file = java.nio.file.Path.of(System.getProperty("java.io.tmpdir"), "gradus-runs");
        java.nio.file.Files.writeString(file, "run", java.nio.file.StandardOpenOption.CREATE);
        calling("the number of this run", () -> (int) java.nio.file.Files.size(file)).satisfies(run -> run <= 2, "at most 2", "the third is a mutant");
    }
}
