package gradus.studio.desk;

import gradus.course.Grade;
import gradus.course.Lab;
import gradus.judge.Submission;
import gradus.judge.Verdict;
import gradus.mastery.Attempt;
import gradus.studio.journal.Journal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Records in the journal what the learner does.
final class AttemptRecorder {

    private final Journal journal;
    private final InstantSource clock;

    AttemptRecorder(Journal journal, InstantSource clock) {
        this.journal = journal;
        this.clock = clock;
    }

    void began(String lesson) {
        journal.append(new Attempt.Began(lesson, clock.instant()));
    }

    /// Records a submission and its verdict. A judge fault isn't recorded, so it never counts against the
    /// learner.
    void handedIn(Lab lab, Submission submission, Verdict verdict) {
        if (verdict instanceof Verdict.JudgeFault) {
            return;
        }
        Instant now = clock.instant();
        journal.append(submission.sources(), hash -> handedIn(lab, now, verdict, hash));
    }

    void tookHint(HintReply hint) {
        Instant now = clock.instant();
        journal.append(hint.task()
                .<Attempt>map(task -> new Attempt.TookHint(hint.lesson(), now, task, hint.level()))
                .orElseGet(() -> new Attempt.TookMistakeHint(hint.lesson(), now, hint.level())));
    }

    /// Records an answer that is right or wrong.
    void answered(String lesson, String question, String answer, Grade grade) {
        switch (grade) {
            case Grade.Right _ ->
                journal.append(new Attempt.Answered(lesson, clock.instant(), question, answer, true, Optional.empty()));
            case Grade.Wrong wrong ->
                journal.append(
                        new Attempt.Answered(lesson, clock.instant(), question, answer, false, wrong.misconception()));
            case Grade.Unreadable _, Grade.NotGraded _ -> {}
        }
    }

    void chosePart(LibraryPartStatus standing, boolean mine) {
        journal.append(new Attempt.ChosePart(standing.lesson(), clock.instant(), standing.part(), mine));
    }

    private static Attempt.HandedIn handedIn(Lab lab, Instant at, Verdict verdict, String sources) {
        int passed = (int) results(verdict).stream()
                .filter(result -> result.outcome() instanceof Verdict.Outcome.Passed)
                .count();
        return new Attempt.HandedIn(
                lab.lesson(),
                at,
                verdict.getClass().getSimpleName(),
                lab.graded().size(),
                passed,
                recognised(verdict).map(Verdict.RecognisedMistake::name),
                sources,
                recognised(verdict).map(mistake -> mistake.hints().size()));
    }

    private static List<Verdict.CheckResult> results(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Passed it -> it.checks();
            case Verdict.ChecksPassed it -> it.checks();
            case Verdict.NotYet it -> it.checks();
            case Verdict.OutOfTime it -> it.checks();
            case Verdict.OutOfMemory it -> it.checks();
            case Verdict.EndedEarly it -> it.checks();
            case Verdict.DidNotCompile _, Verdict.Forbidden _, Verdict.JudgeFault _ -> List.of();
        };
    }

    private static Optional<Verdict.RecognisedMistake> recognised(Verdict verdict) {
        return verdict instanceof Verdict.NotYet it ? it.diagnosis().recognised() : Optional.empty();
    }
}
