package gradus.judge.selftest;

import gradus.course.Lab;
import gradus.judge.Attack;
import gradus.judge.Attack.Outcome;
import gradus.judge.SelfTestReport;
import gradus.judge.process.TimeLimit;
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

/// The self-test: tries every [Attack] for real, in a child like the one that any submission gets. An attack
/// that is harmless here is also tried in this process, where it must succeed: otherwise it shows nothing.
public final class SelfTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int MEGABYTES = Lab.Limits.DEFAULT.megabytes();
    private static final String FORGED = "forged";

    /// The attacks that this process tries too, after the child.
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

    /// Finds what is blocked in the workers of `workerPool`. Never throws: if the self-test fails, the result
    /// says so.
    public static SelfTestReport run(
            CompiledLibrary library, WorkerPool workerPool, SelfTestReport.WorkerJvm workerJvm) {
        long start = System.nanoTime();
        try (AttackTargets targets = AttackTargets.create(forgedMessage(), ((long) MEGABYTES << 20) + (1 << 20))) {
            var test = new SelfTest();
            test.attack(library, workerPool, targets.arguments());
            List<Outcome> outcomes = Arrays.stream(Attack.values())
                    .map(attack -> test.outcome(attack, targets.arguments()))
                    .toList();
            return SelfTestReport.of(outcomes, workerJvm, Duration.ofNanos(System.nanoTime() - start));
        } catch (IOException | RuntimeException e) {
            return SelfTestReport.untested("the self-test failed: " + e.getMessage());
        }
    }

    private void attack(CompiledLibrary library, WorkerPool workerPool, Map<String, String> arguments) {
        var all = new HashMap<>(arguments);
        all.put("attacks", Arrays.stream(Attack.values()).map(Attack::id).collect(Collectors.joining(",")));
        // These replace classes of the library, as a learner's do; the hidden class is where checks are.
        Map<String, byte[]> parts = Map.of(
                AttackProgram.class.getName(), compiled(AttackProgram.class),
                AttackArguments.class.getName(), AttackArguments.classFile(all));
        Map<String, byte[]> checks = Map.of(HiddenAnswer.class.getName(), compiled(HiddenAnswer.class));
        var job = new Job(library.classes(), parts, checks, new Job.RunMain(AttackProgram.class.getName()));
        try (Worker worker = workerPool.acquire(MEGABYTES)) {
            readAnswers(worker.start(job));
        }
    }

    private void readAnswers(WorkerEventQueue events) {
        TimeLimit limit = events.processorTime(LIMIT);
        var printed = new StringBuilder();
        while (ending.isEmpty()) {
            switch (events.next(limit)) {
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
            String[] fields = line.split("\t", 2);
            details.put(fields[0], fields[1]);
        });
    }

    private Outcome outcome(Attack attack, Map<String, String> arguments) {
        String detail = details.get(attack.id());
        if (detail == null) {
            // The heap limit ends the JVM before it can print; any other missing attack wasn't reached.
            return attack == Attack.HEAP && details.size() == Attack.values().length - 1
                    ? Outcome.blocked(attack, ending)
                    : Outcome.notTried(attack, ending);
        }
        if (detail.startsWith(AttackProgram.NOT_TRIED)) {
            return Outcome.notTried(attack, detail.substring(AttackProgram.NOT_TRIED.length()));
        }
        if (detail.equals(AttackProgram.SUCCEEDED) || (attack == Attack.FORGERY && forged)) {
            return Outcome.succeeded(attack);
        }
        if (ALSO_TRIED_UNCONFINED.contains(attack)) {
            String control = AttackProgram.attempt(attack.id(), arguments);
            if (!control.equals(AttackProgram.SUCCEEDED)) {
                return Outcome.notTried(attack, "it also fails without a sandbox: " + control);
            }
        }
        return Outcome.blocked(attack, detail);
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
                        "the judge's own class " + type.getName() + " is missing; build the project again");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new JudgeException("the judge's own class " + type.getName() + " cannot be read", e);
        }
    }
}
