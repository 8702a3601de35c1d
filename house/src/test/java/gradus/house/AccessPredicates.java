package gradus.house;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import java.time.Clock;
import java.util.Collections;
import java.util.Date;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;

/// Predicates for accesses to resources: starting processes, sockets, the clock and so on. An access is a
/// call, a method reference, or a read or write of a field.
final class AccessPredicates {

    private static final String CONSTRUCTOR = "<init>";

    private static final String PARALLEL = "parallel|parallelStream|parallelSort|parallelPrefix|parallelSetAll";

    private AccessPredicates() {}

    static boolean process(JavaAccess<?> access) {
        return on(access, ProcessBuilder.class) || is(access, Runtime.class, "exec");
    }

    static boolean socket(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        return owner.matches("java\\.net\\.(\\w*Socket|URLConnection|HttpURLConnection)")
                || owner.matches("java\\.nio\\.channels\\.\\w*(Socket|Datagram)Channel")
                || owner.matches(
                        "(java\\.net\\.http|javax\\.net|com\\.sun\\.net\\.httpserver|io\\.javalin|org\\.eclipse\\.jetty)\\..*")
                || (owner.equals("java.net.URL") && access.getName().matches("open\\w+|getContent"));
    }

    static boolean clock(JavaAccess<?> access) {
        boolean isNow = access.getTargetOwner().getPackageName().startsWith("java.time")
                && access.getName().equals("now")
                && !takes(access, Clock.class);
        boolean isOfSystem =
                on(access, Clock.class) && access.getName().matches("system\\w*|tick(Millis|Seconds|Minutes)");
        return isNow
                || isOfSystem
                || is(access, System.class, "currentTimeMillis")
                || (is(access, Date.class, CONSTRUCTOR) && takesNothing(access))
                || access.getTargetOwner().getName().equals("java.util.Calendar");
    }

    static boolean output(JavaAccess<?> access) {
        return is(access, System.class, "out")
                || is(access, System.class, "err")
                || is(access, System.class, "console")
                || on(access, IO.class)
                || (access.getName().equals("printStackTrace") && takesNothing(access));
    }

    static boolean environment(JavaAccess<?> access) {
        return on(access, System.class) && access.getName().matches("getenv|getProperty|getProperties");
    }

    static boolean file(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        return owner.matches(
                        "java\\.nio\\.file\\.Files|java\\.io\\.(File|RandomAccess)\\w*|java\\.nio\\.channels\\.FileChannel")
                || access.getName().equals("getResourceAsStream");
    }

    static boolean unseededRandomness(JavaAccess<?> access) {
        return is(access, Math.class, "random")
                || is(access, StrictMath.class, "random")
                || is(access, UUID.class, "randomUUID")
                || (is(access, Collections.class, "shuffle") && !takes(access, Random.class, RandomGenerator.class))
                || access.getTargetOwner().getName().matches(".*\\.(ThreadLocalRandom|SecureRandom)")
                || (isGenerator(access.getTargetOwner()) && isMadeWithoutSeed(access));
    }

    static boolean thread(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        return owner.isAssignableTo(Thread.class)
                || owner.getName().matches("java\\.lang\\.Thread\\$\\w+")
                || owner.getName()
                        .matches(
                                "java\\.util\\.concurrent\\.(Execut|ForkJoin|Completable|StructuredTask|Scheduled|ThreadPool)\\w*")
                || access.getName().matches(PARALLEL);
    }

    static boolean commonPool(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        return access.getName().matches(PARALLEL + "|commonPool")
                || (access.getName().equals("onExit")
                        && (owner.isAssignableTo(Process.class) || owner.isAssignableTo(ProcessHandle.class)))
                || (owner.isAssignableTo(CompletionStage.class)
                        && access.getName().matches("\\w+Async")
                        && !takes(access, Executor.class));
    }

    private static boolean isGenerator(JavaClass type) {
        return type.isAssignableTo(RandomGenerator.class);
    }

    private static boolean isMadeWithoutSeed(JavaAccess<?> access) {
        boolean made = access.getName().equals(CONSTRUCTOR) && takesNothing(access);
        boolean given = Set.of("of", "getDefault").contains(access.getName()) && !takes(access, long.class);
        return made || given;
    }

    private static boolean on(JavaAccess<?> access, Class<?> type) {
        return access.getTargetOwner().isEquivalentTo(type);
    }

    private static boolean is(JavaAccess<?> access, Class<?> type, String member) {
        return on(access, type) && access.getName().equals(member);
    }

    private static boolean takes(JavaAccess<?> access, Class<?>... anyOf) {
        return access instanceof JavaCall<?> call
                && call.getTarget().getRawParameterTypes().stream()
                        .anyMatch(parameter -> Set.of(anyOf).stream().anyMatch(parameter::isEquivalentTo));
    }

    private static boolean takesNothing(JavaAccess<?> access) {
        return !(access.getTarget() instanceof CodeUnitAccessTarget unit)
                || unit.getRawParameterTypes().isEmpty();
    }
}
