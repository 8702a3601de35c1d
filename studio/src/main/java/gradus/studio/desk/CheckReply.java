package gradus.studio.desk;

import gradus.judge.Verdict;
import gradus.mastery.Recommendation;

/// What a learner hears after Check.
///
/// @param verdict what the judge says
/// @param next what to do now, and why
public record CheckReply(String lesson, Verdict verdict, Recommendation next) {}
