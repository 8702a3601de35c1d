package gradus.proctor.worker;

import gradus.proctor.failure.AssertionCount;
import gradus.proctor.failure.AssertionFailure;
import gradus.proctor.failure.CheckFault;
import gradus.proctor.metric.RecordedMetrics;
import gradus.proctor.metric.ReportChannel;
import gradus.proctor.transcript.Event;
import gradus.proctor.transcript.Event.FailureKind;
import gradus.proctor.transcript.Job.CheckMethod;
import gradus.proctor.transcript.Job.RunChecks;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/// Runs checks as JUnit would: a new instance for each, [BeforeEach] methods first. It supports only the
/// features of JUnit that a check may use, so it starts in milliseconds where the JUnit platform takes
/// hundreds.
final class CheckRunner {

    private final LayerClassLoader loader;
    private final EventChannel events;
    private final OutputCapture output;

    CheckRunner(LayerClassLoader loader, EventChannel events, OutputCapture output) {
        this.loader = loader;
        this.events = events;
        this.output = output;
    }

    void run(RunChecks task) throws ReflectiveOperationException {
        RecordedMetrics.start(task.seed());
        ReportChannel.open(events::send);
        VectorUnit.environment().ifPresent(events::send);
        boolean failed = false;
        for (CheckMethod check : task.checks()) {
            if (check.isGate() && failed) {
                continue;
            }
            Class<?> type = Class.forName(check.className(), false, loader);
            Constructor<?> constructor = makeAccessible(type.getDeclaredConstructor());
            List<Method> before = Arrays.stream(type.getDeclaredMethods())
                    .filter(method -> method.isAnnotationPresent(BeforeEach.class))
                    .map(CheckRunner::makeAccessible)
                    .toList();
            Event event = run(check, constructor, before, makeAccessible(type.getDeclaredMethod(check.method())));
            failed |= event instanceof Event.Failed;
        }
    }

    private Event run(CheckMethod check, Constructor<?> constructor, List<Method> before, Method method) {
        // An earlier check may have interrupted the thread.
        Thread.interrupted();
        events.send(new Event.Started(check.id()));
        long start = System.nanoTime();
        long assertions = AssertionCount.total();
        Event event;
        try {
            Object instance = constructor.newInstance();
            for (Method preparation : before) {
                preparation.invoke(instance);
            }
            method.invoke(instance);
            if (AssertionCount.total() == assertions) {
                throw ranOnNothing();
            }
            loader.hijackedClass().ifPresent(CheckRunner::failHijacked);
            event = new Event.Passed(check.id(), System.nanoTime() - start);
        } catch (Throwable thrown) {
            long elapsed = System.nanoTime() - start;
            Throwable cause = thrown instanceof InvocationTargetException invoked ? invoked.getCause() : thrown;
            Throwable first = cause instanceof ExceptionInInitializerError error ? error.getCause() : cause;
            if (first instanceof CheckFault fault) {
                throw new CheckFault("the check " + check.id() + ": " + fault.getMessage());
            }
            event = new Event.Failed(check.id(), AssertionFailure.findingOf(cause), elapsed);
        }
        output.flushPending();
        RecordedMetrics.take().forEach(events::send);
        events.send(event);
        return event;
    }

    private static AssertionFailure ranOnNothing() {
        return AssertionFailure.of(
                FailureKind.MISMATCH,
                "what this check looks at",
                "at least one result",
                "nothing",
                "a check that looks at nothing shows nothing",
                List.of());
    }

    private static void failHijacked(String hijacked) {
        throw new IllegalStateException("your code has defined a class in place of " + hijacked);
    }

    private static <M extends AccessibleObject> M makeAccessible(M member) {
        member.setAccessible(true);
        return member;
    }
}
