package gradus.judge.local;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.judge.LearnerParts;
import gradus.judge.Submission;
import gradus.judge.Verdict;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OwnSourcesTest extends WithToyJudge {

    @Test
    void aLabCanHaveItsOwnSources() {
        String own = ToyLibrary.read("toy/own/Program.java");
        String path = "gradus/lab/own/Program.java";

        assertThat(judge.judge(ToyLibrary.own(), new Submission("own", Map.of(path, own)), LearnerParts.NONE, _ -> {}))
                .isInstanceOf(Verdict.Passed.class);
        String wrong = own.replace("Steps.START", "1");
        assertThat(judge.judge(
                        ToyLibrary.own(), new Submission("own", Map.of(path, wrong)), LearnerParts.NONE, _ -> {}))
                .isInstanceOf(Verdict.NotYet.class);
        String changed = own.replace("int answer", "long answer");
        assertThat(judge.judge(
                                ToyLibrary.own(),
                                new Submission("own", Map.of(path, changed)),
                                LearnerParts.NONE,
                                _ -> {})
                        .toString())
                .contains("`public static int answer()` of Program is changed: yours is `public static long answer()`");
    }
}
