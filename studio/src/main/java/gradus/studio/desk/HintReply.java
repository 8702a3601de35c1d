package gradus.studio.desk;

/// A hint.
///
/// @param task what it helps to write
/// @param level from 1
/// @param of how many there are for the task
/// @param html the hint, rendered
public record HintReply(String lesson, String task, int level, int of, String html) {}
