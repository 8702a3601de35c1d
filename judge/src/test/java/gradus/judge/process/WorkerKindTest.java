package gradus.judge.process;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.course.Lab;
import gradus.course.Profile;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkerKindTest {

    private static final List<String> WRITTEN =
            List.of("gradus.ml.tensor.Tensor", "gradus.ml.kernel.PlainRowwise", "gradus.ml.kernel.PlainGemm");

    @Test
    void aReferenceKernelThatTheLearnerHasWrittenRunsWhereTheRestIsFast() {
        WorkerKind kind = WorkerKind.of(new Lab.Limits(60, 512, new Profile.Compute(2)), WRITTEN);

        assertThat(kind.plainKernels()).containsExactly("PlainGemm", "PlainRowwise");
        assertThat(JvmOptions.compute(kind, 2))
                .contains("-Dgradus.kernels.plain=PlainGemm,PlainRowwise", "-XX:ActiveProcessorCount=2", "-Xmx512m")
                .doesNotContain("-XX:TieredStopAtLevel=1");
    }

    @Test
    void inTheStrictProfileWorkersOfTheSameSizeAreAlike() {
        assertThat(WorkerKind.of(new Lab.Limits(5, 64), WRITTEN)).isEqualTo(WorkerKind.strict(64));
    }
}
