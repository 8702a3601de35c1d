package gradus.judge;

/// What can be told while the judge is still at work.
public sealed interface Progress {

    /// The sources compile.
    record Compiled() implements Progress {}

    /// This check has its turn.
    record Checking(String id, String title) implements Progress {}

    /// This check is through.
    record Checked(Verdict.CheckResult result) implements Progress {}

    /// All checks have passed upon the library, and begin again upon the learner's own parts; or, where that has
    /// failed,
    /// upon fewer of them, to find the one at fault.
    ///
    /// @param parts how many of the learner's own
    record Integrating(int parts) implements Progress {}

    /// The learner's program printed this.
    record Printed(String text) implements Progress {}
}
