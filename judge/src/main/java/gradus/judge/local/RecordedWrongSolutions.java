package gradus.judge.local;

import gradus.course.Coding;
import gradus.course.FailureFingerprint;
import gradus.course.Lab;
import gradus.judge.Verdict.RecognisedMistake;
import gradus.judge.diagnose.DiagnosisFactory;
import gradus.judge.diagnose.Fingerprints;
import gradus.judge.diagnose.WrongSolutionMatcher;
import gradus.judge.local.SubmissionRun.CheckOutcome;
import gradus.judge.local.SubmissionRun.Grading;
import gradus.judge.run.CompiledLab;
import gradus.judge.run.RequestedChecks;
import java.util.Optional;

/// How the wrong solutions of labs fail, so that failures can be compared with theirs.
final class RecordedWrongSolutions {

    private final SubmissionRun run;
    private final WrongSolutionMatcher matcher;

    RecordedWrongSolutions(SubmissionRun run, WrongSolutionMatcher matcher) {
        this.run = run;
        this.matcher = matcher;
    }

    /// Judges the lab's wrong solutions that haven't been judged yet.
    synchronized void record(Coding lab, CompiledLab compiledLab) {
        for (Lab.Solution wrong : lab.wrongSolutions()) {
            if (!matcher.isRecorded(compiledLab, lab, wrong)) {
                matcher.record(compiledLab, lab, wrong, fingerprint(lab, wrong));
            }
        }
    }

    /// If it doesn't run, or passes, its author must fix it; no failure matches it.
    private FailureFingerprint fingerprint(Coding lab, Lab.Solution wrong) {
        CheckOutcome outcome = run.compileAndRun(
                lab, SourceSets.toSubmission(lab, wrong), RequestedChecks.of(lab.checks()), Grading.YES, _ -> {});
        return switch (outcome) {
            case CheckOutcome.Ran ran -> Fingerprints.of(ran.result());
            case CheckOutcome.Rejected _ -> FailureFingerprint.NONE;
        };
    }

    /// The wrong solution that a run fails like.
    Optional<RecognisedMistake> match(Coding lab, CheckOutcome.Ran ran) {
        record(lab, ran.compiledLab());
        return matcher.match(ran.compiledLab(), lab, Fingerprints.of(ran.result()))
                .map(DiagnosisFactory::toRecognisedMistake);
    }

    Optional<Lab.Solution> recognise(Coding lab, CompiledLab compiledLab, FailureFingerprint failure) {
        return matcher.match(compiledLab, lab, failure).map(WrongSolutionMatcher.Match::solution);
    }
}
