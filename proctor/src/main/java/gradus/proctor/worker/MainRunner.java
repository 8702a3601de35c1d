package gradus.proctor.worker;

import gradus.proctor.failure.AssertionFailure;
import gradus.proctor.transcript.Event;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;

/// Runs a program as the launcher would: `main` with or without parameters, static or of an instance.
final class MainRunner {

    private final ClassLoader loader;
    private final EventChannel eventChannel;
    private final OutputCapture outputCapture;

    MainRunner(ClassLoader loader, EventChannel eventChannel, OutputCapture outputCapture) {
        this.loader = loader;
        this.eventChannel = eventChannel;
        this.outputCapture = outputCapture;
    }

    void run(String className) throws ReflectiveOperationException {
        Class<?> type = Class.forName(className, false, loader);
        Method main = Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.getName().equals("main") && method.getParameterCount() <= 1)
                .findFirst()
                .orElseThrow(() -> new NoSuchMethodException(className + " has no method main"));
        main.setAccessible(true);
        eventChannel.send(new Event.Started(className));
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
        outputCapture.flushPending();
        eventChannel.send(event);
    }

    private static Object instance(Class<?> type) throws ReflectiveOperationException {
        Constructor<?> constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        return constructor.newInstance();
    }
}
