package gradus.studio.desk;

import gradus.judge.Verdict;
import gradus.mastery.Recommendation;

/// The reply to Check.
///
/// @param verdict the judge's verdict
/// @param next what to do next, and why
public record CheckReply(String lesson, Verdict verdict, Recommendation next) {}
