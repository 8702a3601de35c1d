package gradus.course;

/// A runnable piece of a lesson: a compact source file, and what the page says that it prints.
///
/// @param line where its fence stands in `lesson.md`, from 1
public record Snippet(String code, String output, int line) {}
