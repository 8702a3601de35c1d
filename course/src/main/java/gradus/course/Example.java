package gradus.course;

import java.nio.file.Path;

/// A program in a lesson's prose that runs upon the library, and what the prose says that it prints.
///
/// @param lesson the id of its lesson
/// @param line where its first line stands in `file`, from 1
/// @param code a compact source file
/// @param output exactly what it prints
public record Example(String lesson, Path file, int line, String code, String output) {}
