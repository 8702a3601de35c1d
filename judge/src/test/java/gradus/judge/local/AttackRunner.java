package gradus.judge.local;

import gradus.course.Coding;
import gradus.judge.JudgePaths;
import gradus.judge.LearnerParts;
import gradus.judge.ProgressEvent;
import gradus.judge.Submission;
import gradus.judge.Verdict;
import gradus.judge.Verdict.CheckResult;
import gradus.judge.Verdict.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// Runs attacks on a real judge, two at a time, and checks the result of each.
///
/// As a separate program, it attacks as the user who started it, and prints a line for each attack.
final class AttackRunner {

    private static final int AT_ONCE = 2;
    private static final String WRONG = ToyLibrary.reference("Numbers").text().replace("result[i] += by;", "");

    private final LocalJudge judge;
    private final Map<String, String> places;
    private final Coding lab;
    private final int each;
    private final AtomicInteger attacks = new AtomicInteger();

    /// @param places more targets: the files and folders of the judge
    /// @param lab the lab to submit to
    /// @param each an honest submission follows each attack if it is 1, every second one if it is 2
    private AttackRunner(LocalJudge judge, Map<String, String> places, Coding lab, int each) {
        this.each = each;
        this.judge = judge;
        this.places = places;
        this.lab = lab;
    }

    /// The result of one attack.
    ///
    /// @param problems what should not have happened; empty if the attack was blocked
    record Result(HostileSubmission attack, String verdict, List<String> problems) {

        String line() {
            return (problems.isEmpty() ? "blocked " : "FAILED ") + attack.name() + ": "
                    + (problems.isEmpty() ? "" : problems + " ")
                    + verdict.replaceAll("\\s+", " ");
        }
    }

    /// @param args the names of the attacks; all if there are none
    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory("gradus-hostile");
        List<HostileSubmission> attacks = HostileSubmission.all().stream()
                .filter(hostileSubmission -> args.length == 0 || List.of(args).contains(hostileSubmission.name()))
                .toList();
        List<Result> came = runAll(attacks, folder, ToyLibrary.wholeNumbers(), 1);
        came.forEach(each -> System.out.println(each.line()));
        // Some threads of the platform's own would keep it.
        Runtime.getRuntime().halt(0);
    }

    /// Tries `attacks` on a judge with its files below `folder`.
    ///
    /// @param each an honest submission follows each attack if it is 1, every second one if it is 2
    static List<Result> runAll(List<HostileSubmission> attacks, Path folder, Coding lab, int each)
            throws InterruptedException {
        JudgePaths judgePaths = ToyLibrary.judgePaths(folder);
        var places = Map.of(
                "library", judgePaths.library().toString(),
                "cache", judgePaths.cache().toString());
        try (LocalJudge judge = LocalJudge.longLived(judgePaths)) {
            judge.prepareFor(lab);
            judge.awaitReady();
            var attackRunner = new AttackRunner(judge, places, lab, each);
            var came = new ArrayList<Result>();
            try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
                for (var one : threads.invokeAll(attacks.stream()
                        .<java.util.concurrent.Callable<Result>>map(
                                hostileSubmission -> () -> attackRunner.run(hostileSubmission))
                        .toList())) {
                    came.add(one.get());
                }
            } catch (java.util.concurrent.ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
            return came;
        }
    }

    private Result run(HostileSubmission hostileSubmission) {
        try (Canaries canaries = Canaries.set()) {
            var printed = new StringBuffer();
            Verdict verdict = judged(hostileSubmission, canaries, printed);
            var problems = new ArrayList<String>();
            String text = verdict.toString();
            if (lab.cuts().getFirst().members().getFirst().isWholeType()) {
                problems.addAll(unexpected(hostileSubmission, verdict));
            }
            hostileSubmission.header("never").stream()
                    .filter(words -> printed.indexOf(words) >= 0)
                    .forEach(words -> problems.add("it printed: " + words));
            if (printed.indexOf(HostileSubmission.THROUGH) >= 0) {
                problems.add("it succeeded");
            }
            if (text.contains(canaries.secret()) || printed.indexOf(canaries.secret()) >= 0) {
                problems.add("the canary was read");
            }
            if (attacks.incrementAndGet() % each == 0) {
                problems.addAll(next(hostileSubmission));
            }
            problems.addAll(canaries.harm());
            return new Result(hostileSubmission, text.length() > 600 ? text.substring(0, 600) : text, problems);
        }
    }

    /// What differs from the expected verdict.
    private static List<String> unexpected(HostileSubmission hostileSubmission, Verdict verdict) {
        var problems = new ArrayList<String>();
        String kind = verdict.getClass().getSimpleName();
        if (!hostileSubmission.header("verdict").contains(kind)) {
            problems.add("the verdict is " + kind);
        }
        hostileSubmission.header("says").stream()
                .filter(words -> !verdict.toString().contains(words))
                .forEach(words -> problems.add("it does not say: " + words));
        return problems;
    }

    private Verdict judged(HostileSubmission hostileSubmission, Canaries canaries, StringBuffer printed) {
        var targets = new java.util.HashMap<>(canaries.targets());
        targets.putAll(places);
        java.util.function.Consumer<ProgressEvent> watcher = progressEvent -> {
            if (progressEvent instanceof ProgressEvent.Printed(String text)) {
                printed.append(text);
            }
        };
        Submission submission = hostileSubmission.submission(targets);
        return untilThereIsTime(() -> hostileSubmission.isUngraded()
                ? judge.runVisibleChecks(lab, submission, LearnerParts.NONE, watcher)
                : judge.judge(lab, submission, LearnerParts.NONE, watcher));
    }

    /// The verdict, a few times anew if the attack beside this one had the processors: that verdict asks for it.
    private static Verdict untilThereIsTime(Supplier<Verdict> judging) {
        Verdict verdict = judging.get();
        for (int i = 0; i < AT_ONCE && isOfABusyMachine(verdict); i++) {
            verdict = judging.get();
        }
        return verdict;
    }

    private static boolean isOfABusyMachine(Verdict verdict) {
        return verdict instanceof Verdict.JudgeFault fault && fault.message().contains("the machine is too busy");
    }

    /// The problems with the verdicts of honest submissions after the attack.
    private List<String> next(HostileSubmission hostileSubmission) {
        var problems = new ArrayList<String>();
        Submission wrong = ToyLibrary.numbersAs(WRONG);
        expect(
                "Passed Passed Failed Passed Passed",
                () -> judge.judge(lab, wrong, LearnerParts.NONE, _ -> {}),
                problems);
        if (hostileSubmission.isUngraded()) {
            expect("Passed Passed", () -> judge.runVisibleChecks(lab, wrong, LearnerParts.NONE, _ -> {}), problems);
            Submission wronger = ToyLibrary.numbersAs(WRONG.replace("sum += value;", "sum -= value;"));
            expect("Failed Failed", () -> judge.runVisibleChecks(lab, wronger, LearnerParts.NONE, _ -> {}), problems);
        }
        return problems;
    }

    private static void expect(String outcomes, Supplier<Verdict> judging, List<String> problems) {
        Verdict verdict = untilThereIsTime(judging);
        List<CheckResult> checks = switch (verdict) {
            case Verdict.Passed passed -> passed.checks();
            case Verdict.ChecksPassed checked -> checked.checks();
            case Verdict.NotYet notYet -> notYet.checks();
            case Verdict.DidNotCompile rejected -> List.of();
            case Verdict.OutOfTime late -> late.checks();
            case Verdict.OutOfMemory full -> full.checks();
            case Verdict.Forbidden forbidden -> List.of();
            case Verdict.EndedEarly ended -> ended.checks();
            case Verdict.JudgeFault fault -> List.of();
        };
        String came = String.join(
                " ", checks.stream().map(check -> name(check.outcome())).toList());
        if (!came.equals(outcomes)) {
            problems.add("the next submission got: " + verdict);
        }
    }

    private static String name(Outcome outcome) {
        return outcome.getClass().getSimpleName();
    }
}
