package gradus.judge.local;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.judge.LearnerParts;
import gradus.judge.ProgressEvent;
import gradus.judge.Verdict;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Many who hand in at the same moment.
class CrowdTest extends WithToyJudge {

    @Test
    void thirtyRightSolutionsAtOnceAllPassAndThoseWhoWaitAreTold() throws Exception {
        assertAllPass(30);
    }

    @Test
    @Tag("hostile")
    void twoHundredRightSolutionsAtOnceAllPassAndThoseWhoWaitAreTold() throws Exception {
        assertAllPass(200);
    }

    private static void assertAllPass(int people) throws Exception {
        var told = new ConcurrentLinkedQueue<ProgressEvent.Waiting>();
        Callable<Verdict> handsIn = () -> judge.judge(
                ToyLibrary.numbers(),
                ToyLibrary.numbersAs(ToyLibrary.reference("Numbers").text()),
                LearnerParts.NONE,
                event -> {
                    if (event instanceof ProgressEvent.Waiting waiting) {
                        told.add(waiting);
                    }
                });
        List<Future<Verdict>> verdicts;
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            verdicts =
                    crowd.invokeAll(Stream.generate(() -> handsIn).limit(people).toList());
        }

        for (Future<Verdict> verdict : verdicts) {
            assertThat(verdict.get()).isInstanceOf(Verdict.Passed.class);
        }
        assertThat(told)
                .hasSizeGreaterThanOrEqualTo(people - 3 * Runtime.getRuntime().availableProcessors());
    }
}
