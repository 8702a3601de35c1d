package gradus.course;

import java.util.List;

/// A lesson of the road: what it will be, whether or not it has been written.
///
/// @param id as a written lesson has it
/// @param needs its direct prerequisites
/// @param minutes how long it will take, with reading, lab and quiz
/// @param outcome what a learner can do afterwards: "you can …"
public record PlannedLesson(
        String id, String track, String title, Level level, List<String> needs, int minutes, String outcome) {
    public PlannedLesson {
        needs = List.copyOf(needs);
    }
}
