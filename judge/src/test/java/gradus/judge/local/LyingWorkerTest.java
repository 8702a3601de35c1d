package gradus.judge.local;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.course.Coding;
import gradus.course.Lab;
import gradus.judge.Verdict;
import gradus.judge.process.ByteCorruptor;
import gradus.judge.process.EncodedFrames;
import gradus.judge.process.FakeProcess;
import gradus.judge.process.Worker;
import gradus.judge.run.CheckRunMonitor;
import gradus.judge.run.CheckRunResult;
import gradus.judge.run.CheckRunResult.Ending;
import gradus.judge.run.LearnerCode;
import gradus.judge.run.RequestedChecks;
import gradus.judge.support.JudgeException;
import gradus.proctor.transcript.Event;
import gradus.proctor.transcript.EventCodec;
import gradus.proctor.transcript.Job;
import gradus.proctor.transcript.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A worker that fails every check, and whose messages are damaged or mixed with forged ones: the verdict is
/// never a pass.
class LyingWorkerTest {

    private static final Coding LAB = ToyLibrary.numbers();

    /// Exit codes of the child: by itself, out of memory, without a parent, after a crash, killed.
    private static final int[] EXITS = {0, 1, 3, 97, 134, 137};

    @Test
    void aDamagedTranscriptIsNeverAPass() {
        lie(3_000);
    }

    @Test
    @Tag("hostile")
    void manyDamagedTranscriptsAreNeverAPass() {
        lie(200_000);
    }

    @Test
    void aWholeTranscriptIsUnderstood() {
        CheckRunResult checkRunResult = follow(
                FakeProcess.worker(token -> ByteCorruptor.joined(EncodedFrames.of(token, transcript(false))), 0));

        assertThat(checkRunResult.ending()).isInstanceOf(Ending.Completed.class);
        assertThat(checkRunResult.passed()).isFalse();
        assertThat(follow(FakeProcess.worker(
                                token -> ByteCorruptor.joined(EncodedFrames.of(token, transcript(true))), 0))
                        .passed())
                .isTrue();
    }

    private static void lie(int times) {
        var byteCorruptor = new ByteCorruptor(11);
        var made = new TreeMap<String, Integer>();
        for (int i = 0; i < times; i++) {
            boolean inside = i % 2 == 0;
            Worker worker = FakeProcess.worker(
                    token -> inside ? damagedInside(token, byteCorruptor) : mixedUp(token, byteCorruptor),
                    EXITS[i % EXITS.length]);
            made.merge(ending(worker, i), 1, Integer::sum);
        }
        System.out.println("damaged transcripts: " + made);
        assertThat(made).containsKeys("WorkerLostException", "JudgeException", "EndedEarly");
    }

    private static String ending(Worker worker, int number) {
        try {
            CheckRunResult checkRunResult = follow(worker);
            assertThat(checkRunResult.passed()).as("case " + number).isFalse();
            assertThat(checkRunResult.checks())
                    .as("case " + number)
                    .noneMatch(check -> check.outcome() instanceof Verdict.Outcome.Passed);
            return checkRunResult.ending().getClass().getSimpleName();
        } catch (JudgeException e) {
            // Ours, and never the learner's.
            return e.getClass().getSimpleName();
        }
    }

    private static CheckRunResult follow(Worker worker) {
        try (worker) {
            var job = new Job(Map.of(), Map.of(), Map.of(), new Job.RunChecks(List.of()));
            return new CheckRunMonitor(
                            LAB.limits(),
                            LAB.gate().map(Lab.Gate::check),
                            RequestedChecks.of(LAB.checks()),
                            new LearnerCode(Set.of(), Map.of()),
                            _ -> {})
                    .awaitResult(worker.start(job));
        }
    }

    /// Valid token and frames around damaged messages.
    private static byte[] damagedInside(Token token, ByteCorruptor byteCorruptor) {
        var messages = new ArrayList<byte[]>();
        transcript(false).forEach(message -> messages.add(byteCorruptor.to(message)));
        return ByteCorruptor.joined(EncodedFrames.of(token, messages));
    }

    /// Damaged frames among those that a program might forge.
    private static byte[] mixedUp(Token token, ByteCorruptor byteCorruptor) {
        byte[] forged = ByteCorruptor.joined(EncodedFrames.of(Token.fresh(), transcript(true)));
        return ByteCorruptor.joined(byteCorruptor.toOrder(EncodedFrames.of(token, transcript(false)), forged));
    }

    private static List<byte[]> transcript(boolean passes) {
        var finding = new Event.Finding(Event.FailureKind.MISMATCH, "sum()", "9", "8", "because", List.of(), List.of());
        var events = new ArrayList<Event>();
        for (Lab.Check check : LAB.checks()) {
            events.add(new Event.Started(check.id()));
            events.add(passes ? new Event.Passed(check.id(), 5) : new Event.Failed(check.id(), finding, 5));
        }
        events.add(new Event.Finished(1, 2, 3, Map.of()));
        return events.stream().map(EventCodec::encode).toList();
    }
}
