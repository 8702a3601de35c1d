package gradus.studio.desk;

/// A part of the library, and whose runs.
///
/// @param part binary class name: `gradus.ml.linalg.Vector`
/// @param lesson the lesson that builds it first
/// @param built whether the learner's own has passed
/// @param mine whether the learner's own runs
public record PartStatus(String part, String lesson, boolean built, boolean mine) {}
