package gradus.studio.web;

import gradus.course.Lesson;
import gradus.course.Milestone;
import gradus.studio.desk.Desk;
import gradus.studio.milestone.BestRuns;
import gradus.studio.milestone.NamedPart;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// A milestone on the page of its lesson.
///
/// @param parts those that must be the learner's own
/// @param best the record table; empty if nothing has passed yet
public record MilestonePage(Milestone lab, List<NamedPart> parts, Optional<BestRuns> best, ZoneId zone) {

    public MilestonePage {
        parts = List.copyOf(parts);
    }

    /// Empty if the lab of the lesson is none.
    static Optional<MilestonePage> of(Lesson lesson, Desk desk, ZoneId zone) {
        return lesson.milestone()
                .map(lab -> new MilestonePage(
                        lab,
                        desk.milestones().parts(lab),
                        desk.milestones().best(lab).filter(it -> !it.entries().isEmpty()),
                        zone));
    }

    /// Whether it can run.
    public boolean isReady() {
        return parts.stream().allMatch(NamedPart::isLearners);
    }
}
