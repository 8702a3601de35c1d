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

/// What a line of code may touch, by the room it stands in: each rule says what to do where it is broken.
enum Rules {
    ONLY_THE_JUDGE_STARTS_PROCESSES(
            in("gradus.judge").negate(),
            AccessPredicates::process,
            "Only the judge starts processes: move this into gradus.judge, or ask for it through its Judge."),

    ONLY_THE_WEB_OPENS_SOCKETS(
            in("gradus.studio.web").or(in("gradus.judge.selftest")).negate(),
            AccessPredicates::socket,
            "Only gradus.studio.web opens sockets and knows the web server: move this there, or take the data as an argument."
                    + " The attacks of the judge's self-test open one to show that a submission cannot."),

    ONLY_ENTRY_POINTS_READ_THE_CLOCK(
            Rules::isNotEntryPoint,
            AccessPredicates::clock,
            "Only gradus.studio and gradus.studio.terminal read the clock: take the Instant or the Clock as an argument."
                    + " How long something takes may be measured anywhere, by System.nanoTime."),

    ONLY_ENTRY_POINTS_PRINT(
            Rules::isNotEntryPointAndLeavesOutputAlone,
            AccessPredicates::output,
            "Only gradus.studio and gradus.studio.terminal print: return what is to be said, or throw it."),

    MASTERY_AND_COURSE_ARE_PURE(
            in("gradus.mastery").or(in("gradus.course")),
            AccessPredicates::unseededRandomness,
            AccessPredicates::environment,
            "mastery and course are pure over what they are given: take the generator or the setting as an argument."),

    MASTERY_TOUCHES_NO_FILE(
            in("gradus.mastery"),
            AccessPredicates::file,
            "mastery reads and writes no file: take what it must know as an argument."),

    RANDOMNESS_IS_PASSED_TO_THE_LIBRARY(
            in("gradus.ml"),
            AccessPredicates::unseededRandomness,
            "In the library, chance is a generator that was handed in: take a RandomGenerator or a seed as an argument."),

    THREADS_LIVE_IN_THE_KERNELS(
            in("gradus.ml").and(in("gradus.ml.kernel").negate()),
            AccessPredicates::thread,
            "In the library, threads live in gradus.ml.kernel only: call a kernel that shares out the work.");

    private final ArchRule rule;

    Rules(Predicate<JavaClass> where, Predicate<JavaAccess<?>> touch, String sentence) {
        // the rooms are built one after the other: a rule over a package that nobody has written yet holds, and bites
        // later
        rule = ArchRuleDefinition.classes()
                .that(DescribedPredicate.describe("stand where it holds", where))
                .should(notTouch(touch))
                .as(sentence)
                .allowEmptyShould(true);
    }

    Rules(
            Predicate<JavaClass> where,
            Predicate<JavaAccess<?>> touch,
            Predicate<JavaAccess<?>> otherTouch,
            String sentence) {
        this(where, access -> touch.test(access) || otherTouch.test(access), sentence);
    }

    ArchRule rule() {
        return rule;
    }

    static Predicate<JavaClass> in(String name) {
        return type ->
                type.getPackageName().equals(name) || type.getPackageName().startsWith(name + ".");
    }

    // The attacks of the self-test run where a submission runs, and print as one does.
    private static boolean isNotEntryPoint(JavaClass type) {
        return !in("gradus.judge.selftest").test(type)
                && !type.getPackageName().equals("gradus.studio")
                && !in("gradus.studio.terminal").test(type);
    }

    // Whoever puts another stream in the place of standard output, as the proctor does for the learner's code, needs
    // the old one.
    private static boolean isNotEntryPointAndLeavesOutputAlone(JavaClass type) {
        boolean takesItOver = type.getMethodCallsFromSelf().stream()
                .anyMatch(call -> call.getTargetOwner().isEquivalentTo(System.class)
                        && call.getName().matches("setOut|setErr"));
        return isNotEntryPoint(type) && !(in("gradus.proctor").test(type) && takesItOver);
    }

    private static ArchCondition<JavaClass> notTouch(Predicate<JavaAccess<?>> touch) {
        return new ArchCondition<>("not touch it") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getAccessesFromSelf().stream()
                        .filter(touch)
                        .forEach(access -> events.add(SimpleConditionEvent.violated(access, access.getDescription())));
            }
        };
    }
}
