package gradus.studio.run;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.judge.ProgressEvent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunProgressTest {

    @Test
    void theTimeThatIsLeftFollowsFromTheTimeOfTheStepsSoFar() {
        var progress = new RunProgress(List.of(
                new RunEvent(1000, new ProgressEvent.Environment("25", 256, 1)),
                new RunEvent(3000, new ProgressEvent.Progress(1, 4))));
        assertThat(progress.left()).hasValue(Duration.ofSeconds(6));
        assertThat(new RunProgress(List.of()).left()).isEmpty();
    }
}
