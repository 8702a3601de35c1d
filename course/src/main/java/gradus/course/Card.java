package gradus.course;

/// A question for spaced review: one fact or decision, answerable in 20 seconds. Both sides are rendered.
public record Card(String id, String front, String back, int line) {}
