package gradus.proctor.worker;

import gradus.proctor.failure.AssertionCount;
import gradus.proctor.failure.AssertionFailure;
import gradus.proctor.transcript.Event.FailureKind;
import gradus.proctor.transcript.Job.CheckMethod;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/// The call of a check as JUnit would make it: a new instance, [BeforeEach] methods first.
record CheckCall(LayerClassLoader loader, Constructor<?> constructor, List<Method> before, Method method) {

    static CheckCall of(CheckMethod check, LayerClassLoader loader) throws ReflectiveOperationException {
        Class<?> type = Class.forName(check.className(), false, loader);
        return new CheckCall(
                loader,
                makeAccessible(type.getDeclaredConstructor()),
                preparations(type, loader),
                makeAccessible(type.getDeclaredMethod(check.method())));
    }

    /// Few checks have any, and reading annotations is slow in a JVM that has just started.
    private static List<Method> preparations(Class<?> type, LayerClassLoader loader) {
        if (loader.lacks(type, BeforeEach.class.descriptorString())) {
            return List.of();
        }
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(BeforeEach.class))
                .map(CheckCall::makeAccessible)
                .toList();
    }

    /// Runs the check.
    ///
    /// @param what what it is: "check"
    /// @throws AssertionFailure if it has looked at nothing
    void run(String what) throws ReflectiveOperationException {
        long assertions = AssertionCount.total();
        Object instance = constructor.newInstance();
        for (Method preparation : before) {
            preparation.invoke(instance);
        }
        method.invoke(instance);
        if (AssertionCount.total() == assertions) {
            throw ranOnNothing(what);
        }
        loader.hijackedClass().ifPresent(CheckCall::failHijacked);
    }

    /// What a check threw, if reflection has wrapped it.
    static Throwable cause(Throwable thrown) {
        return thrown instanceof InvocationTargetException invoked ? invoked.getCause() : thrown;
    }

    private static AssertionFailure ranOnNothing(String what) {
        return AssertionFailure.of(
                FailureKind.MISMATCH,
                "what this " + what + " looks at",
                "at least one result",
                "nothing",
                "a " + what + " that looks at nothing shows nothing",
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
