package gradus.house;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.function.Predicate;

/// The rules on which resources code may access, by room. The message of each rule says what to do about a
/// violation.
enum Rules {
    ONLY_THE_JUDGE_STARTS_PROCESSES(
            in("gradus.judge").negate(),
            AccessPredicates::process,
            "Only the judge starts processes: move this into gradus.judge, or ask for it through its Judge."),

    ONLY_WEB_AND_COMMAND_OPEN_SOCKETS(
            in("gradus.studio.web")
                    .or(in("gradus.studio.command"))
                    .or(in("gradus.judge.selftest"))
                    .negate(),
            AccessPredicates::socket,
            "Only gradus.studio.web and gradus.studio.command open sockets or know the web server: move this there, or take the data as an argument."
                    + " The attacks of the judge's self-test try to open one, to show that a submission can't."),

    ONLY_ENTRY_POINTS_READ_THE_CLOCK(
            Rules::isNotEntryPoint,
            AccessPredicates::clock,
            "Only gradus.studio, its terminal and its command read the clock: take the Instant or the Clock as an argument."
                    + " Durations may be measured anywhere, with System.nanoTime."),

    ONLY_ENTRY_POINTS_PRINT(
            Rules::isNotEntryPointAndLeavesOutputAlone,
            AccessPredicates::output,
            "Only gradus.studio, its terminal and its command print: return the message, or throw an exception with it."),

    MASTERY_AND_COURSE_ARE_PURE(
            in("gradus.mastery").or(in("gradus.course")),
            AccessPredicates::unseededRandomness,
            AccessPredicates::environment,
            "mastery and course are pure functions of their arguments: take the generator or the setting as an argument."),

    MASTERY_TOUCHES_NO_FILE(
            in("gradus.mastery"),
            AccessPredicates::file,
            "mastery reads and writes no file: take the data as an argument."),

    RANDOMNESS_IS_PASSED_TO_THE_LIBRARY(
            in("gradus.ml"),
            AccessPredicates::unseededRandomness,
            "In the library, random numbers come from the caller: take a RandomGenerator or a seed as an argument."),

    THREADS_LIVE_IN_THE_KERNELS(
            in("gradus.ml").and(in("gradus.ml.kernel").negate()),
            AccessPredicates::thread,
            "In the library, only gradus.ml.kernel uses threads: call a kernel that splits the work."),

    NOTHING_RUNS_IN_THE_COMMON_POOL(
            in("gradus.course").or(in("gradus.mastery")).or(in("gradus.judge")).or(in("gradus.studio")),
            AccessPredicates::commonPool,
            "Nothing runs in the common pool: use gradus.course.Parallel, name an Executor, or wait for a process with waitFor."
                    + " Whatever thread needs it next creates the pool's threads, and a confined thread of the judge passes its restrictions on to them.");

    private final ArchRule rule;

    Rules(Predicate<JavaClass> where, Predicate<JavaAccess<?>> forbidden, String message) {
        // A rule may be about a package that doesn't exist yet.
        rule = ArchRuleDefinition.classes()
                .that(DescribedPredicate.describe("are where the rule applies", where))
                .should(notAccess(forbidden))
                .as(message)
                .allowEmptyShould(true);
    }

    Rules(
            Predicate<JavaClass> where,
            Predicate<JavaAccess<?>> forbidden,
            Predicate<JavaAccess<?>> otherForbidden,
            String message) {
        this(where, access -> forbidden.test(access) || otherForbidden.test(access), message);
    }

    ArchRule rule() {
        return rule;
    }

    static Predicate<JavaClass> in(String name) {
        return type ->
                type.getPackageName().equals(name) || type.getPackageName().startsWith(name + ".");
    }

    // The attacks of the self-test run like submissions, and print like them.
    private static boolean isNotEntryPoint(JavaClass type) {
        return !in("gradus.judge.selftest").test(type)
                && !type.getPackageName().equals("gradus.studio")
                && !in("gradus.studio.terminal").test(type)
                && !in("gradus.studio.command").test(type);
    }

    // Code that replaces standard output, as the proctor does for the learner's code, needs the original stream.
    private static boolean isNotEntryPointAndLeavesOutputAlone(JavaClass type) {
        boolean replacesOutput = type.getMethodCallsFromSelf().stream()
                .anyMatch(call -> call.getTargetOwner().isEquivalentTo(System.class)
                        && call.getName().matches("setOut|setErr"));
        return isNotEntryPoint(type) && !(in("gradus.proctor").test(type) && replacesOutput);
    }

    private static ArchCondition<JavaClass> notAccess(Predicate<JavaAccess<?>> forbidden) {
        return new ArchCondition<>("not access it") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getAccessesFromSelf().stream()
                        .filter(forbidden)
                        .forEach(access -> events.add(SimpleConditionEvent.violated(access, access.getDescription())));
            }
        };
    }
}
