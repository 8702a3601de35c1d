package gradus.judge;

import gradus.course.MemberId;
import gradus.course.Rename;
import gradus.course.Source;
import java.util.List;

/// Members of a class that the learner has written and a lab has passed.
///
/// @param file the learner's whole file, as it passed
/// @param members what counts of it
/// @param renames what the library calls by another name now
public record LearnerPart(Source file, List<MemberId> members, List<Rename> renames) {
    public LearnerPart {
        members = List.copyOf(members);
        renames = List.copyOf(renames);
    }
}
