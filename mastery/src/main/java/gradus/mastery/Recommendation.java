package gradus.mastery;

/// What to do now, and why.
public sealed interface Recommendation {

    /// One sentence that begins with a capital and says why this and not something else.
    String because();

    /// Go on with a lab that has not passed yet.
    record Retry(String lesson, String because) implements Recommendation {}

    /// Bring a lesson back to mind.
    record Review(String lesson, String because) implements Recommendation {}

    /// Begin, or go on with, a new lesson.
    record Learn(String lesson, String because) implements Recommendation {}

    /// Nothing is due and nothing is left.
    record Rest(String because) implements Recommendation {}
}
