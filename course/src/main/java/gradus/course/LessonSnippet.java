package gradus.course;

import java.nio.file.Path;

/// A program in a lesson's prose that runs with the library, and its output as the prose shows it.
///
/// @param lesson the id of its lesson
/// @param line the number of its first line in `file`, from 1
/// @param code a compact source file
/// @param output the exact output
public record LessonSnippet(String lesson, Path file, int line, String code, String output) {}
