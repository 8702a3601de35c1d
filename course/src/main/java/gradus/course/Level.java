package gradus.course;

/// How far along the road a lesson stands. No lesson needs one of a higher level.
public enum Level {
    FOUNDATION,
    INTERMEDIATE,
    ADVANCED
}
