package gradus.judge;

/// An event to report while the judge is still working.
public sealed interface ProgressEvent {

    /// The machine is busy with other requests, and this one waits for them.
    ///
    /// @param ahead how many wait before it, besides those that run
    record Waiting(int ahead) implements ProgressEvent {

        public String sentence() {
            return "waiting for others to be judged" + (ahead == 0 ? "" : ", " + ahead + " of them before you");
        }
    }

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

    /// What a gate shows while it trains.
    sealed interface Report extends ProgressEvent {}

    /// `done` of `of` steps or epochs are done.
    record Progress(int done, int of) implements Report {}

    /// A point of the curve `series`; `y` may be NaN or infinite.
    record Point(String series, double x, double y) implements Report {}

    /// A text that the model has written. A later one with the same title takes its place.
    record Sample(String title, String text) implements Report {}

    /// A picture, with what it shows in words. A later one with the same title takes its place.
    record Drawing(String title, String svg, String description) implements Report {}

    /// What decides on the bits and the speed of a run.
    ///
    /// @param java the version of the JDK
    /// @param vectorBits the width of the processor's vectors; 0 if the SIMD kernels don't run
    /// @param processors how many the run may use
    record Environment(String java, int vectorBits, int processors) implements Report {}

    /// The check that runs draws what it draws from this seed.
    record Seeded(long seed) implements Report {}

    /// The learner's program printed this.
    record Printed(String text) implements ProgressEvent {}
}
