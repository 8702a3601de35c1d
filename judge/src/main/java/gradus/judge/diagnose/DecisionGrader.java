package gradus.judge.diagnose;

import gradus.course.Audit;
import gradus.course.Coding;
import gradus.course.Decision;
import gradus.course.Decisions;
import gradus.course.DidYouMean;
import gradus.course.Question;
import gradus.course.answer.DecidedCase;
import gradus.course.answer.DecisionAnswers;
import gradus.judge.Submission;
import gradus.judge.Verdict;
import gradus.judge.Verdict.CheckResult;
import gradus.judge.Verdict.Diagnosis;
import gradus.judge.Verdict.Integration;
import gradus.judge.Verdict.Outcome;
import gradus.judge.Verdict.Place;
import gradus.judge.Verdict.Remark;
import gradus.judge.Verdict.ResourceUsage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// Grades the decisions of a lab against their key.
public final class DecisionGrader {

    static final ResourceUsage NOTHING_RUN =
            new ResourceUsage(Duration.ZERO, Duration.ZERO, Duration.ZERO, 0, 0, OptionalInt.empty());

    static final Outcome RIGHT = new Outcome.Passed(Duration.ZERO);

    private final Decisions decisions;
    private final DecisionAnswers answers;
    private final List<DecidedCase> decided;

    private DecisionGrader(Decisions decisions, Submission submission) {
        this.decisions = decisions;
        this.answers = DecisionAnswers.in(submission.sources(), decisions);
        this.decided = answers.decided(decisions);
    }

    public static Verdict grade(Audit audit, Submission submission) {
        var grader = new DecisionGrader(audit.decisions(), submission);
        return grader.enough()
                ? new Verdict.Passed(
                        grader.results(), new Integration.NoOtherParts(), grader.unknown(), NOTHING_RUN, "")
                : new Verdict.NotYet(grader.results(), grader.diagnosis(), grader.unknown(), NOTHING_RUN, "");
    }

    /// The verdict on code and decisions together. The code comes first: as long as it fails, its own verdict stands,
    /// and the decisions are only told. Once its checks pass, too few right decisions are what is left to mend.
    ///
    /// @param code the verdict on the code alone
    public static Verdict together(Coding lab, Submission submission, Verdict code) {
        return lab.decisions()
                .map(decisions -> new DecisionGrader(decisions, submission).with(code))
                .orElse(code);
    }

    private Verdict with(Verdict code) {
        Verdict all = code.withChecks(
                checks -> Stream.concat(checks.stream(), results().stream()).toList());
        return switch (all) {
            case Verdict.Passed it ->
                enough()
                        ? new Verdict.Passed(
                                it.checks(), it.integration(), remarks(it.remarks()), it.resourceUsage(), it.output())
                        : notYet(it.checks(), it.remarks(), it.resourceUsage(), it.output());
            case Verdict.ChecksPassed it ->
                enough()
                        ? new Verdict.ChecksPassed(
                                it.checks(), it.integration(), remarks(it.remarks()), it.resourceUsage(), it.output())
                        : notYet(it.checks(), it.remarks(), it.resourceUsage(), it.output());
            case Verdict.NotYet it ->
                new Verdict.NotYet(it.checks(), it.diagnosis(), remarks(it.remarks()), it.resourceUsage(), it.output());
            case Verdict.DidNotCompile _,
                    Verdict.OutOfTime _,
                    Verdict.OutOfMemory _,
                    Verdict.Forbidden _,
                    Verdict.EndedEarly _,
                    Verdict.JudgeFault _ -> all;
        };
    }

    private Verdict notYet(List<CheckResult> checks, List<Remark> remarks, ResourceUsage usage, String output) {
        return new Verdict.NotYet(checks, diagnosis(), remarks(remarks), usage, output);
    }

    private List<Remark> remarks(List<Remark> ofCode) {
        return Stream.concat(ofCode.stream(), unknown().stream()).toList();
    }

    private boolean enough() {
        return right() >= decisions.atLeast();
    }

    private long right() {
        return decided.stream().filter(DecidedCase::right).count();
    }

    private Diagnosis diagnosis() {
        long right = right();
        return new Diagnosis(
                right + " of " + decided.size() + " decisions " + (right == 1 ? "is" : "are") + " right, and "
                        + decisions.atLeast() + " are wanted.",
                Optional.empty());
    }

    private List<CheckResult> results() {
        return decided.stream()
                .map(one -> new CheckResult(
                        one.decision().id(),
                        one.decision().title(),
                        true,
                        one.answer().map(DecisionGrader::outcome).orElse(new Outcome.NotRun())))
                .toList();
    }

    static Outcome outcome(Question.Answer chosen) {
        return chosen.right() ? RIGHT : new Outcome.Failed("", "", chosen.text(), "", List.of());
    }

    /// Lines that are about no case, or name no answer of it.
    private List<Remark> unknown() {
        return answers.lines().entrySet().stream()
                .flatMap(line -> complaint(line.getKey(), line.getValue().letter()).stream()
                        .map(message -> new Remark(
                                Optional.of(new Place(
                                        decisions.answers(), line.getValue().number(), 0)),
                                message)))
                .toList();
    }

    private Optional<String> complaint(String id, String letter) {
        List<String> ids = decisions.cases().stream().map(Decision::id).toList();
        if (!ids.contains(id)) {
            return Optional.of("There is no case \"" + id + "\"" + DidYouMean.hint(id, ids));
        }
        Decision decision = decisions.cases().get(ids.indexOf(id));
        return letter.isEmpty() || answers.to(decision).isPresent()
                ? Optional.empty()
                : Optional.of(
                        "\"" + letter + "\" is no answer to \"" + decision.title() + "\"; write a letter from a to "
                                + DecisionAnswers.letter(decision.answers().size() - 1) + ".");
    }
}
