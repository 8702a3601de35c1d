package gradus.course;

/// How a child JVM is made. Each profile is confined in the same way.
public sealed interface Profile {

    /// Starts within milliseconds, has only the quick compiler, and runs the reference kernels.
    record Strict() implements Profile {}

    /// For training: it has the optimising compiler, and runs the SIMD kernels except where the learner has written the
    /// reference kernel.
    ///
    /// @param threads how many threads the kernels use; the results are the same with any number
    record Compute(int threads) implements Profile {}
}
