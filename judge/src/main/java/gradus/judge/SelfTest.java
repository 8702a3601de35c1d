package gradus.judge;

import gradus.course.Lab;
import gradus.judge.Deed.Outcome;
import gradus.judge.build.Breakdown;
import gradus.judge.child.Mailbox;
import gradus.judge.child.Mailbox.Mail;
import gradus.judge.child.Worker;
import gradus.judge.deeds.Aims;
import gradus.judge.deeds.Deeds;
import gradus.judge.deeds.Scene;
import gradus.judge.deeds.hidden.Answer;
import gradus.proctor.transcript.Event;
import gradus.proctor.transcript.EventCodec;
import gradus.proctor.transcript.FrameWriter;
import gradus.proctor.transcript.Job;
import gradus.proctor.transcript.Token;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The judge attacks itself: a child such as any submission gets, in which every [Deed] is tried in
/// earnest. Where a deed can be done here without harm it is done here as well, and must succeed: else
/// it shows nothing.
final class SelfTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int MEGABYTES = Lab.Limits.DEFAULT.megabytes();
    private static final String FORGED = "forged";

    /// Those that this process does too, after the child.
    private static final Set<Deed> CONTROLLED = EnumSet.of(
            Deed.ENVIRONMENT,
            Deed.READ,
            Deed.LIST,
            Deed.WRITE,
            Deed.CHMOD,
            Deed.CONNECT,
            Deed.START,
            Deed.SIGNAL,
            Deed.RESERVE,
            Deed.NETWORK,
            Deed.SHARED_MEMORY);

    private final Map<String, String> answers = new HashMap<>();
    private boolean forged;
    private String ending = "";

    private SelfTest() {}

    /// What holds in the children of `bench`. Never throws: a judge that cannot test itself is told as
    /// such.
    static Health run(Bench bench, Health.Workers workers) {
        long start = System.nanoTime();
        try (Scene scene = Scene.set(forgedMessage(), ((long) MEGABYTES << 20) + (1 << 20))) {
            var test = new SelfTest();
            test.attack(bench, scene.aims());
            List<Outcome> outcomes = Arrays.stream(Deed.values())
                    .map(deed -> test.outcome(deed, scene.aims()))
                    .toList();
            return Health.of(outcomes, workers, Duration.ofNanos(System.nanoTime() - start));
        } catch (IOException | RuntimeException e) {
            return Health.untested("the self-test could not run: " + e.getMessage());
        }
    }

    private void attack(Bench bench, Map<String, String> aims) {
        var all = new HashMap<>(aims);
        all.put("deeds", Arrays.stream(Deed.values()).map(Deed::id).collect(Collectors.joining(",")));
        // Where a learner's classes stand; beside them, as checks do, what they must not see into.
        Map<String, byte[]> parts = Map.of(
                Deeds.class.getName(), compiled(Deeds.class),
                Aims.class.getName(), Aims.carrying(all));
        Map<String, byte[]> beside = Map.of(Answer.class.getName(), compiled(Answer.class));
        var job = new Job(bench.library().classes(), parts, beside, new Job.RunMain(Deeds.class.getName()));
        try (Worker worker = bench.crew().take(MEGABYTES)) {
            follow(worker.start(job));
        }
    }

    private void follow(Mailbox mailbox) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        var printed = new StringBuilder();
        while (ending.isEmpty()) {
            switch (mailbox.next(deadline)) {
                case Mail.Came(Event.Printed(String text)) -> {
                    if (text.equals(FORGED)) {
                        forged = true;
                    } else {
                        printed.append(text);
                    }
                }
                case Mail.Came(Event.Finished finished) -> ending = "the child finished";
                case Mail.Came(Event.Failed failed) ->
                    ending = "the child threw " + failed.finding().got();
                case Mail.Came(Event.ProctorFault proctorFault) -> ending = proctorFault.message();
                case Mail.Came came -> {}
                case Mail.Late late -> ending = "the child did not finish";
                case Mail.Gone gone -> ending = "the JVM ended with exit code " + gone.exitCode();
                case Mail.Garbled garbled -> ending = garbled.why();
            }
        }
        printed.toString().lines().filter(line -> line.contains("\t")).forEach(line -> {
            String[] told = line.split("\t", 2);
            answers.put(told[0], told[1]);
        });
    }

    private Outcome outcome(Deed deed, Map<String, String> aims) {
        String answer = answers.get(deed.id());
        if (answer == null) {
            // The heap's limit ends the JVM before it can say so; whatever else is missing was not reached.
            return deed == Deed.HEAP && answers.size() == Deed.values().length - 1
                    ? Outcome.held(deed, ending)
                    : Outcome.untried(deed, ending);
        }
        if (answer.startsWith(Deeds.UNTRIED)) {
            return Outcome.untried(deed, answer.substring(Deeds.UNTRIED.length()));
        }
        if (answer.equals(Deeds.THROUGH) || (deed == Deed.FORGERY && forged)) {
            return Outcome.through(deed);
        }
        if (CONTROLLED.contains(deed)) {
            String control = Deeds.attempt(deed.id(), aims);
            if (!control.equals(Deeds.THROUGH)) {
                return Outcome.untried(deed, "it fails without any confinement too: " + control);
            }
        }
        return Outcome.held(deed, answer);
    }

    private static byte[] forgedMessage() throws IOException {
        var bytes = new ByteArrayOutputStream();
        new FrameWriter(bytes, Token.fresh()).write(EventCodec.encode(new Event.Printed(FORGED)));
        return bytes.toByteArray();
    }

    private static byte[] compiled(Class<?> type) {
        String file = type.getName().replace('.', '/') + ".class";
        try (InputStream in = SelfTest.class.getModule().getResourceAsStream(file)) {
            if (in == null) {
                throw new Breakdown("the judge's own class " + type.getName() + " is missing; build the project anew");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new Breakdown("the judge's own class " + type.getName() + " cannot be read", e);
        }
    }
}
