package gradus.judge.run;

import gradus.course.Lab;
import java.util.List;
import java.util.OptionalLong;

/// Which checks to run, and how.
///
/// @param all those of the lab that run
/// @param seed the seed of what they draw; empty if each uses its own, as for learners
public record RequestedChecks(List<Lab.Check> all, OptionalLong seed) {

    public RequestedChecks {
        all = List.copyOf(all);
    }

    /// Checks that use their own seeds.
    public static RequestedChecks of(List<Lab.Check> checks) {
        return new RequestedChecks(checks, OptionalLong.empty());
    }
}
