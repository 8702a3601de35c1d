package gradus.studio.desk;

/// A hint.
///
/// @param task the task it belongs to
/// @param level its number, from 1
/// @param total the number of hints for the task
/// @param html the hint, rendered
public record HintReply(String lesson, String task, int level, int total, String html) {}
