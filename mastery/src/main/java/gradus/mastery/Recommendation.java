package gradus.mastery;

/// A recommendation of what to do next, and the reason.
public sealed interface Recommendation {

    /// The reason: one or two sentences that begin with a capital letter.
    String because();

    /// Continue with a lab that hasn't passed yet.
    record Retry(String lesson, String because) implements Recommendation {}

    /// Review a lesson that was passed.
    record Review(String lesson, String because) implements Recommendation {}

    /// Start a new lesson, or continue with it.
    record Learn(String lesson, String because) implements Recommendation {}

    /// There is nothing to review and no lesson left.
    record Rest(String because) implements Recommendation {}
}
