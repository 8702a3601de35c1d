package gradus.judge;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.course.Lab;
import gradus.judge.Trial.Ending;
import gradus.judge.build.Breakdown;
import gradus.judge.child.Damage;
import gradus.judge.child.Frames;
import gradus.judge.child.Liar;
import gradus.judge.child.Worker;
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

/// A worker that fails every check, and whose words are damaged on the way or come with forged ones: whatever
/// is made of them, it is no pass.
class LyingWorkerTest {

    private static final Lab LAB = Toy.numbers();

    /// How the child may have ended: by itself, of too little memory, without a parent, by a crash, by a
    /// kill.
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
        Trial trial = follow(Liar.worker(token -> Damage.joined(Frames.of(token, transcript(false))), 0));

        assertThat(trial.ending()).isInstanceOf(Ending.Through.class);
        assertThat(trial.passed()).isFalse();
        assertThat(follow(Liar.worker(token -> Damage.joined(Frames.of(token, transcript(true))), 0))
                        .passed())
                .isTrue();
    }

    private static void lie(int times) {
        var damage = new Damage(11);
        var made = new TreeMap<String, Integer>();
        for (int i = 0; i < times; i++) {
            boolean inside = i % 2 == 0;
            Worker worker = Liar.worker(
                    token -> inside ? damagedInside(token, damage) : mixedUp(token, damage), EXITS[i % EXITS.length]);
            made.merge(ending(worker, i), 1, Integer::sum);
        }
        System.out.println("damaged transcripts: " + made);
        assertThat(made).containsKeys("Lost", "Breakdown", "EndedEarly");
    }

    private static String ending(Worker worker, int number) {
        try {
            Trial trial = follow(worker);
            assertThat(trial.passed()).as("case " + number).isFalse();
            assertThat(trial.checks())
                    .as("case " + number)
                    .noneMatch(check -> check.outcome() instanceof Verdict.Outcome.Passed);
            return trial.ending().getClass().getSimpleName();
        } catch (Breakdown e) {
            // Ours, and never the learner's.
            return e.getClass().getSimpleName();
        }
    }

    private static Trial follow(Worker worker) {
        try (worker) {
            var job = new Job(Map.of(), Map.of(), Map.of(), new Job.RunChecks(List.of()));
            return new TrialRun(LAB.checks(), LAB.limits(), Set.of(), _ -> {}).follow(worker.start(job));
        }
    }

    /// The right token and the right frames around what is damaged.
    private static byte[] damagedInside(Token token, Damage damage) {
        var messages = new ArrayList<byte[]>();
        transcript(false).forEach(message -> messages.add(damage.to(message)));
        return Damage.joined(Frames.of(token, messages));
    }

    /// The frames themselves, damaged, among those that a program might forge.
    private static byte[] mixedUp(Token token, Damage damage) {
        byte[] forged = Damage.joined(Frames.of(Token.fresh(), transcript(true)));
        return Damage.joined(damage.toOrder(Frames.of(token, transcript(false)), forged));
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
