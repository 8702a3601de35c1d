package gradus.course;

import java.nio.file.Path;

/// The source of a figure: a class that draws it, in the file of the same name.
///
/// @param name the simple name of the class: `NearestRegions`
/// @param className its binary name: `gradus.figures.first_model.NearestRegions`
/// @param alt the alternative text: what the picture shows, for readers who can't see it
public record FigureSource(String name, String className, String alt, Path file) {}
