package gradus.proctor.worker;

import gradus.proctor.failure.AssertionFailure;
import gradus.proctor.transcript.Event;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;

/// Runs a program as the `java` launcher would: `main` with or without parameters, static or of an instance.
final class MainRunner {

    private final ClassLoader loader;
    private final EventChannel events;
    private final OutputCapture output;

    MainRunner(ClassLoader loader, EventChannel events, OutputCapture output) {
        this.loader = loader;
        this.events = events;
        this.output = output;
    }

    void run(String className) throws ReflectiveOperationException {
        Class<?> type = Class.forName(className, false, loader);
        Method main = Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.getName().equals("main") && method.getParameterCount() <= 1)
                .findFirst()
                .orElseThrow(() -> new NoSuchMethodException(className + " has no main method"));
        main.setAccessible(true);
        events.send(new Event.Started(className));
        long start = System.nanoTime();
        Event event;
        try {
            Object instance = Modifier.isStatic(main.getModifiers()) ? null : instance(type);
            Object[] arguments = main.getParameterCount() == 0 ? new Object[0] : new Object[] {new String[0]};
            main.invoke(instance, arguments);
            event = new Event.Passed(className, System.nanoTime() - start);
        } catch (InvocationTargetException e) {
            event = new Event.Failed(className, AssertionFailure.findingOf(e.getCause()), System.nanoTime() - start);
        }
        output.flushPending();
        events.send(event);
    }

    private static Object instance(Class<?> type) throws ReflectiveOperationException {
        Constructor<?> constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        return constructor.newInstance();
    }
}
