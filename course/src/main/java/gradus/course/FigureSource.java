package gradus.course;

import java.nio.file.Path;

/// The source of a figure: a class that draws, named as its file.
///
/// @param name the simple name of the class: `NearestRegions`
/// @param className its binary name: `gradus.figures.first_model.NearestRegions`
/// @param alt what the picture shows, in words, for those who do not see it
public record FigureSource(String name, String className, String alt, Path file) {}
