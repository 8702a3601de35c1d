package gradus.course;

/// A subject within the course; its id is the name of its folder in `curriculum/`.
public record Track(String id, String title) {}
