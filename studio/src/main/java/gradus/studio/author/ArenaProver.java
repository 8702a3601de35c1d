package gradus.studio.author;

import gradus.course.Arena;
import gradus.course.Fault;
import gradus.course.Parallel;
import gradus.course.answer.ArenaAnswers;
import gradus.course.answer.ProbeLog;
import gradus.course.proof.LabProof;
import gradus.judge.ProbeResult;
import gradus.judge.Prover;
import gradus.judge.Submission;
import gradus.judge.Verdict;
import gradus.judge.Verdict.CheckResult;
import gradus.judge.Verdict.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/// Proves an arena: the author's answers pass with the probes that they need, and the starter doesn't.
///
/// The probes are those of the choice, the runner-up and the contenders that show the reason, each on the first fold,
/// then each on the second, as far as the budget goes.
final class ArenaProver {

    private final Prover prover;
    private final ExecutorService runs;
    private final FaultFactory faultFactory;
    private final Arena lab;
    private final List<Fault> faults = new ArrayList<>();

    /// @param runs runs everything at the same time that it has threads for
    ArenaProver(Prover prover, ExecutorService runs, FaultFactory faultFactory, Arena lab) {
        this.prover = prover;
        this.runs = runs;
        this.faultFactory = faultFactory;
        this.lab = lab;
    }

    LabProver.Result prove(ProofStatus status) {
        long start = System.nanoTime();
        ArenaAnswers answers = ArenaAnswers.parse(lab.reference());
        Optional<ProbeLog.Prediction> prediction = answers.prediction(lab);
        Set<String> needed = needed(answers);
        if (prediction.isEmpty()) {
            fault("the author's answers have no prediction; write one.");
        } else if (needed.size() > lab.budget().probes()) {
            fault("the author's answers need probes of " + needed.size() + " contenders, but the budget is "
                    + lab.budget().probes() + " probes; allow more.");
        } else {
            Optional<ProbeLog> log = probe(prediction, needed);
            log.ifPresent(this::judge);
        }
        return faults.isEmpty()
                ? new LabProver.Result(
                        Optional.of(new LabProof(
                                status.inputs(),
                                Map.of(),
                                Map.of(),
                                Map.of("runsMs", (System.nanoTime() - start) / 1_000_000))),
                        List.of())
                : new LabProver.Result(Optional.empty(), faults);
    }

    private Set<String> needed(ArenaAnswers answers) {
        var needed = new LinkedHashSet<String>();
        needed.add(answers.text(ArenaAnswers.CHOICE));
        needed.add(answers.text(ArenaAnswers.RUNNER_UP));
        lab.reason(answers.text(ArenaAnswers.BECAUSE)).ifPresent(reason -> needed.addAll(reason.shownBy()));
        needed.removeIf(id -> lab.contender(id).isEmpty());
        return needed;
    }

    private Optional<ProbeLog> probe(Optional<ProbeLog.Prediction> prediction, Set<String> needed) {
        var running = new ArrayList<Future<ProbeResult>>();
        for (int fold = 0; fold < lab.budget().folds(); fold++) {
            if (running.size() + needed.size() > lab.budget().probes()) {
                break;
            }
            int on = fold;
            needed.forEach(id -> running.add(runs.submit(() -> prover.probe(lab, id, on))));
        }
        var probes = new ArrayList<ProbeLog.Probe>();
        for (Future<ProbeResult> future : running) {
            switch (Parallel.await(future)) {
                case ProbeResult.Scored(ProbeLog.Probe probe) -> probes.add(probe);
                case ProbeResult.Failed(String why) -> {
                    fault(lab.file(), "a probe gave no scores: " + why + "; correct the class in arena/.");
                    return Optional.empty();
                }
            }
        }
        return Optional.of(new ProbeLog(prediction, probes));
    }

    private void judge(ProbeLog log) {
        Verdict starter = run(ArenaAnswers.starter(lab), "");
        if (!(starter instanceof Verdict.NotYet)) {
            fault(lab.file(), "the starter must not pass, but it " + VerdictSummary.of(starter) + "; correct the lab.");
        }
        Verdict verdict = run(lab.reference(), log.text());
        if (!(verdict instanceof Verdict.Passed)) {
            fault("the author's answers must pass, but they don't: " + what(verdict) + "." + numbers(log)
                    + " Correct the answers.");
        }
    }

    /// What the memo must say.
    private String numbers(ProbeLog log) {
        ArenaAnswers answers = ArenaAnswers.parse(lab.reference());
        String choice = answers.text(ArenaAnswers.CHOICE);
        return log.estimate(choice)
                .flatMap(estimate -> log.margin(choice, answers.text(ArenaAnswers.RUNNER_UP))
                        .map(margin -> String.format(
                                Locale.ROOT,
                                " The probes say: metric %.4f, interval %.4f to %.4f, margin %.4f, p-value %.4f.",
                                estimate.mean(),
                                estimate.low(),
                                estimate.high(),
                                margin.mean(),
                                margin.pValue())))
                .orElse("");
    }

    private Verdict run(String answers, String log) {
        var submission = new Submission(lab.lesson(), Map.of(lab.answers(), answers, lab.log(), log));
        return Parallel.await(runs.submit(() -> prover.run(lab, submission)));
    }

    /// The first check that doesn't pass, and why.
    private static String what(Verdict verdict) {
        return verdict instanceof Verdict.NotYet notYet
                ? notYet.checks().stream()
                        .filter(check -> !(check.outcome() instanceof Outcome.Passed))
                        .findFirst()
                        .map(ArenaProver::what)
                        .orElse("")
                : VerdictSummary.of(verdict);
    }

    private static String what(CheckResult check) {
        return "\"" + check.title() + "\""
                + (check.outcome() instanceof Outcome.Failed failed
                        ? " fails: " + failed.call() + ", expected " + failed.expected() + ", got " + failed.got()
                        : " isn't answered");
    }

    private void fault(String sentence) {
        fault(lab.file().resolveSibling("reference.yaml"), sentence);
    }

    private void fault(Path file, String sentence) {
        faults.add(faultFactory.create(file, 1, sentence));
    }
}
