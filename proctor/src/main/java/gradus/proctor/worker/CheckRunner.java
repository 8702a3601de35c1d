package gradus.proctor.worker;

import gradus.proctor.Mismatch;
import gradus.proctor.transcript.Event;
import gradus.proctor.transcript.Job.CheckCall;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/// Runs checks as JUnit would: a new instance for each, what is marked [BeforeEach] first. It knows only what a
/// check may use of JUnit, and so costs milliseconds where the platform costs hundreds.
final class CheckRunner {

    private final LayerLoader loader;
    private final Channel channel;
    private final Sink sink;

    CheckRunner(LayerLoader loader, Channel channel, Sink sink) {
        this.loader = loader;
        this.channel = channel;
        this.sink = sink;
    }

    void run(List<CheckCall> checks) throws ReflectiveOperationException {
        for (CheckCall check : checks) {
            Class<?> type = Class.forName(check.className(), false, loader);
            Constructor<?> constructor = open(type.getDeclaredConstructor());
            List<Method> before = Arrays.stream(type.getDeclaredMethods())
                    .filter(method -> method.isAnnotationPresent(BeforeEach.class))
                    .map(CheckRunner::open)
                    .toList();
            run(check, constructor, before, open(type.getDeclaredMethod(check.method())));
        }
    }

    private void run(CheckCall check, Constructor<?> constructor, List<Method> before, Method method) {
        // An earlier check may have left its mark on the thread.
        Thread.interrupted();
        channel.send(new Event.Started(check.id()));
        long start = System.nanoTime();
        Event event;
        try {
            Object instance = constructor.newInstance();
            for (Method preparation : before) {
                preparation.invoke(instance);
            }
            method.invoke(instance);
            loader.usurped().ifPresent(CheckRunner::refuse);
            event = new Event.Passed(check.id(), System.nanoTime() - start);
        } catch (Throwable thrown) {
            long took = System.nanoTime() - start;
            Throwable cause = thrown instanceof InvocationTargetException invoked ? invoked.getCause() : thrown;
            event = new Event.Failed(check.id(), Mismatch.findingOf(cause), took);
        }
        sink.flushLine();
        channel.send(event);
    }

    private static void refuse(String usurped) {
        throw new IllegalStateException("your code has put a class in the place of " + usurped);
    }

    private static <M extends AccessibleObject> M open(M member) {
        member.setAccessible(true);
        return member;
    }
}
