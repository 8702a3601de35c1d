package gradus.studio.desk;

/// The status of a part of the library: whether it's built, and whose code runs.
///
/// @param part its binary class name: `gradus.ml.linalg.Vector`
/// @param lesson the first lesson that builds it
/// @param built whether the learner's version has passed
/// @param mine whether the learner's version runs
public record LibraryPartStatus(String part, String lesson, boolean built, boolean mine) {}
