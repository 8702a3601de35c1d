package gradus.course;

/// A flashcard for spaced repetition: one fact or decision, answerable in 20 seconds. Both sides are
/// rendered.
public record Card(String id, String front, String back, int line) {}
