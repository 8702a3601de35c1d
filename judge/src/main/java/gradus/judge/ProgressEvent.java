package gradus.judge;

/// An event to report while the judge is still working.
public sealed interface ProgressEvent {

    /// The submission compiles.
    record Compiled() implements ProgressEvent {}

    /// This check is starting.
    record Checking(String id, String title) implements ProgressEvent {}

    /// This check has finished.
    record Checked(Verdict.CheckResult result) implements ProgressEvent {}

    /// All checks have passed with the library and start again with the learner's own parts; or, if that has
    /// failed, with fewer of them, to find the one at fault.
    ///
    /// @param parts how many of the learner's own parts
    record Integrating(int parts) implements ProgressEvent {}

    /// The learner's program printed this.
    record Printed(String text) implements ProgressEvent {}
}
