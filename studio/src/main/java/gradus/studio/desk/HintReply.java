package gradus.studio.desk;

import java.util.Optional;

/// A hint.
///
/// @param task the task it belongs to; empty if it's about the mistake in the latest submission
/// @param level its number, from 1
/// @param total the number of hints for the task, or the mistake
/// @param html the hint, rendered
public record HintReply(String lesson, Optional<String> task, int level, int total, String html) {}
