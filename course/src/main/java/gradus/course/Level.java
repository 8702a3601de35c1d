package gradus.course;

/// The level of a lesson. No lesson needs one of a higher level.
public enum Level {
    FOUNDATION,
    INTERMEDIATE,
    ADVANCED
}
