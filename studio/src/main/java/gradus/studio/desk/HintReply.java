package gradus.studio.desk;

/// A hint.
///
/// @param task what it helps to write
/// @param level from 1
/// @param total how many there are for the task
/// @param html the hint, rendered
public record HintReply(String lesson, String task, int level, int total, String html) {}
