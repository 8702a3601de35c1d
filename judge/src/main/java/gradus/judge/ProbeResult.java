package gradus.judge;

import gradus.course.answer.ProbeLog;

/// What came of a probe in an arena.
public sealed interface ProbeResult {

    record Scored(ProbeLog.Probe probe) implements ProbeResult {}

    /// There are no scores.
    ///
    /// @param why such as "it ran longer than 10 s"
    record Failed(String why) implements ProbeResult {}
}
