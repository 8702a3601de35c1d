package gradus.studio.desk;

import gradus.course.MemberId;
import gradus.course.Milestone;
import gradus.judge.LearnerPart;
import gradus.judge.LearnerParts;
import gradus.studio.error.UserFacingException;
import gradus.studio.milestone.BestRuns;
import gradus.studio.milestone.NamedPart;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What a learner can see of milestones: which parts they still have to write, and their records.
public final class MilestoneDesk {

    private final Desk desk;

    MilestoneDesk(Desk desk) {
        this.desk = desk;
    }

    /// The parts that a milestone names, and whose they are now.
    public List<NamedPart> parts(Milestone lab) {
        return NamedPart.of(lab, desk.parts(lab.lesson()), desk.course(), desk.mastery());
    }

    /// The record table of a milestone, if it keeps a record.
    public Optional<BestRuns> best(Milestone lab) {
        return lab.best().map(best -> BestRuns.of(lab, best, desk.runs().all()));
    }

    /// The sources of the learner's parts that run in a milestone, by path and members.
    ///
    /// @throws UserFacingException if it names parts that aren't the learner's
    Map<String, String> sources(Milestone lab) {
        NamedPart.requireAll(parts(lab), lab.lesson());
        return sources(desk.parts(lab.lesson()));
    }

    /// Refuses a run whose parts aren't those of now, because it would compute something else than its request says.
    ///
    /// @throws UserFacingException that says so
    void requireUnchanged(Milestone lab, Map<String, String> requested) {
        if (!sources(lab).equals(requested)) {
            throw UserFacingException.usageError("Your parts have changed since this run was queued; start it again.");
        }
    }

    private static Map<String, String> sources(LearnerParts parts) {
        var sources = new TreeMap<String, String>();
        parts.parts().values().stream()
                .flatMap(List::stream)
                .forEach(part -> sources.put(key(part), part.file().text()));
        return sources;
    }

    /// `gradus/ml/linalg/Vector.java#plus,dot`: labs pass different files of one class.
    private static String key(LearnerPart part) {
        return part.file().path() + "#"
                + part.members().stream().map(MemberId::toString).collect(Collectors.joining(","));
    }
}
