package gradus.studio.run;

import gradus.judge.ProgressEvent;

/// Something that happened in a run.
///
/// @param millis since it began to compute
public record RunEvent(long millis, ProgressEvent event) {}
