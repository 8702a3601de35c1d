package gradus.judge.selftest;

import gradus.course.Lab;
import gradus.judge.Attack;
import gradus.judge.Attack.Outcome;
import gradus.judge.Health;
import gradus.judge.process.Worker;
import gradus.judge.process.WorkerEventQueue;
import gradus.judge.process.WorkerEventQueue.PollResult;
import gradus.judge.process.WorkerPool;
import gradus.judge.selftest.hidden.HiddenAnswer;
import gradus.judge.support.CompiledLibrary;
import gradus.judge.support.JudgeException;
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

/// The judge attacks itself: a child such as any submission gets, in which every [Attack] is tried in
/// earnest. Where a deed can be done here without harm it is done here as well, and must succeed: else
/// it shows nothing.
public final class SelfTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int MEGABYTES = Lab.Limits.DEFAULT.megabytes();
    private static final String FORGED = "forged";

    /// Those that this process does too, after the child.
    private static final Set<Attack> ALSO_TRIED_UNCONFINED = EnumSet.of(
            Attack.ENVIRONMENT,
            Attack.READ,
            Attack.LIST,
            Attack.WRITE,
            Attack.CHMOD,
            Attack.CONNECT,
            Attack.START,
            Attack.SIGNAL,
            Attack.RESERVE,
            Attack.NETWORK,
            Attack.SHARED_MEMORY);

    private final Map<String, String> details = new HashMap<>();
    private boolean forged;
    private String ending = "";

    private SelfTest() {}

    /// What holds in the children of `crew`. Never throws: a judge that cannot test itself is told as
    /// such.
    public static Health run(CompiledLibrary compiledLibrary, WorkerPool workerPool, Health.WorkerJvm workerJvm) {
        long start = System.nanoTime();
        try (AttackTargets attackTargets =
                AttackTargets.create(forgedMessage(), ((long) MEGABYTES << 20) + (1 << 20))) {
            var test = new SelfTest();
            test.attack(compiledLibrary, workerPool, attackTargets.arguments());
            List<Outcome> outcomes = Arrays.stream(Attack.values())
                    .map(attack -> test.outcome(attack, attackTargets.arguments()))
                    .toList();
            return Health.of(outcomes, workerJvm, Duration.ofNanos(System.nanoTime() - start));
        } catch (IOException | RuntimeException e) {
            return Health.untested("the self-test could not run: " + e.getMessage());
        }
    }

    private void attack(CompiledLibrary compiledLibrary, WorkerPool workerPool, Map<String, String> arguments) {
        var all = new HashMap<>(arguments);
        all.put("attacks", Arrays.stream(Attack.values()).map(Attack::id).collect(Collectors.joining(",")));
        // Where a learner's classes stand; beside them, as checks do, what they must not see into.
        Map<String, byte[]> parts = Map.of(
                AttackProgram.class.getName(), compiled(AttackProgram.class),
                AttackArguments.class.getName(), AttackArguments.classFile(all));
        Map<String, byte[]> beside = Map.of(HiddenAnswer.class.getName(), compiled(HiddenAnswer.class));
        var job = new Job(compiledLibrary.classes(), parts, beside, new Job.RunMain(AttackProgram.class.getName()));
        try (Worker worker = workerPool.acquire(MEGABYTES)) {
            readAnswers(worker.start(job));
        }
    }

    private void readAnswers(WorkerEventQueue events) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        var printed = new StringBuilder();
        while (ending.isEmpty()) {
            switch (events.next(deadline)) {
                case PollResult.Received(Event.Printed(String text)) -> {
                    if (text.equals(FORGED)) {
                        forged = true;
                    } else {
                        printed.append(text);
                    }
                }
                case PollResult.Received(Event.Finished finished) -> ending = "the child finished";
                case PollResult.Received(Event.Failed failed) ->
                    ending = "the child threw " + failed.finding().got();
                case PollResult.Received(Event.ProctorFault proctorFault) -> ending = proctorFault.message();
                case PollResult.Received received -> {}
                case PollResult.TimedOut timedOut -> ending = "the child did not finish";
                case PollResult.Exited exited -> ending = "the JVM ended with exit code " + exited.exitCode();
                case PollResult.Malformed malformed -> ending = malformed.reason();
            }
        }
        printed.toString().lines().filter(line -> line.contains("\t")).forEach(line -> {
            String[] told = line.split("\t", 2);
            details.put(told[0], told[1]);
        });
    }

    private Outcome outcome(Attack attack, Map<String, String> arguments) {
        String answer = details.get(attack.id());
        if (answer == null) {
            // The heap's limit ends the JVM before it can say so; whatever else is missing was not reached.
            return attack == Attack.HEAP && details.size() == Attack.values().length - 1
                    ? Outcome.blocked(attack, ending)
                    : Outcome.notTried(attack, ending);
        }
        if (answer.startsWith(AttackProgram.NOT_TRIED)) {
            return Outcome.notTried(attack, answer.substring(AttackProgram.NOT_TRIED.length()));
        }
        if (answer.equals(AttackProgram.SUCCEEDED) || (attack == Attack.FORGERY && forged)) {
            return Outcome.succeeded(attack);
        }
        if (ALSO_TRIED_UNCONFINED.contains(attack)) {
            String control = AttackProgram.attempt(attack.id(), arguments);
            if (!control.equals(AttackProgram.SUCCEEDED)) {
                return Outcome.notTried(attack, "it fails without any confinement too: " + control);
            }
        }
        return Outcome.blocked(attack, answer);
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
                throw new JudgeException(
                        "the judge's own class " + type.getName() + " is missing; build the project anew");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new JudgeException("the judge's own class " + type.getName() + " cannot be read", e);
        }
    }
}
