package gradus.studio.desk;

import gradus.course.Arena;
import gradus.course.answer.ArenaAnswers;
import gradus.course.answer.ProbeLog;
import gradus.judge.Cancellation;
import gradus.judge.ProbeResult;
import gradus.judge.Submission;
import gradus.studio.error.UserFacingException;
import gradus.studio.run.ProbeArchive;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Optional;

/// What a learner can do in an arena besides editing the file with the answers and checking it.
public final class ArenaDesk {

    private final Desk desk;
    private final ProbeArchive archive;
    private final InstantSource clock;

    ArenaDesk(Desk desk, ProbeArchive archive, InstantSource clock) {
        this.desk = desk;
        this.archive = archive;
        this.clock = clock;
    }

    /// What the probes of a lesson say so far.
    ///
    /// @throws UserFacingException if its lab is no arena
    public ArenaStanding standing(String lesson) {
        return ArenaStanding.of(arena(lesson), archive.read(lesson));
    }

    /// Runs a contender on the first fold on which it hasn't been run, and logs its scores. The first probe of all
    /// freezes the prediction that is in the workspace.
    ///
    /// @throws UserFacingException if there is no prediction, no such contender, or no probe left; or if it fails,
    ///     which doesn't count
    public ArenaStanding probe(String lesson, String contender) {
        Arena arena = arena(lesson);
        if (arena.contender(contender).isEmpty()) {
            throw UserFacingException.usageError("There is no contender \"" + contender + "\" in lesson " + lesson
                    + UnknownNameMessages.didYouMean(contender, arena.contenderIds()) + "; choose one of "
                    + String.join(", ", arena.contenderIds()) + ".");
        }
        ProbeLog log = archive.read(lesson);
        String prediction =
                log.prediction().isPresent() ? "" : prediction(arena).line();
        if (log.probes().size() >= arena.budget().probes()) {
            throw UserFacingException.usageError("All " + arena.budget().probes()
                    + " probes are made; decide with what they show, or begin again with another prediction: `gradus run "
                    + lesson + " --start-over`.");
        }
        int fold = log.nextFold(contender, arena.budget())
                .orElseThrow(() -> UserFacingException.usageError(contender + " has been probed on all "
                        + arena.budget().folds() + " folds; probe another contender."));
        switch (desk.probe(arena, contender, fold, new Cancellation())) {
            case ProbeResult.Scored(ProbeLog.Probe probe) -> archive.append(lesson, prediction + probe.line());
            case ProbeResult.Failed(String why) ->
                throw UserFacingException.usageError(
                        "The probe of " + contender + " gave no scores and doesn't count: " + why + ".");
        }
        return standing(lesson);
    }

    /// Begins again, with a new prediction and all probes.
    public ArenaStanding startOver(String lesson) {
        if (!archive.read(arena(lesson).lesson()).equals(ProbeLog.EMPTY)) {
            archive.startOver(lesson, clock.instant());
        }
        return standing(lesson);
    }

    /// The submission with the log of probes, if its lab is an arena. Only the studio writes that log.
    Submission withLog(Submission submission) {
        Optional<Arena> arena = desk.lesson(submission.lesson()).arena();
        if (arena.isEmpty()) {
            return submission;
        }
        var sources = new LinkedHashMap<>(submission.sources());
        sources.put(arena.get().log(), archive.read(submission.lesson()).text());
        return new Submission(submission.lesson(), sources);
    }

    private Arena arena(String lesson) {
        return desk.lesson(lesson)
                .arena()
                .orElseThrow(() -> UserFacingException.usageError("Lesson " + lesson
                        + " is no arena, so it has no contenders to probe; check its lab with `gradus check " + lesson
                        + "`."));
    }

    private ProbeLog.Prediction prediction(Arena arena) {
        return ArenaAnswers.in(desk.submission(arena.lesson()).sources(), arena)
                .prediction(arena)
                .orElseThrow(() -> UserFacingException.usageError("Predict before the first probe: in "
                        + arena.answers() + ", write all contenders behind `" + ArenaAnswers.ORDER
                        + "`, the best first, with commas between, and a reason behind `"
                        + ArenaAnswers.EXPECTED_BECAUSE + "`."));
    }
}
