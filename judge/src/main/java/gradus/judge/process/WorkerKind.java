package gradus.judge.process;

import gradus.course.Lab;
import gradus.course.Profile;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// How a worker is started.
///
/// @param megabytes of heap
/// @param plainKernels simple names of classes with reference kernels that run although the SIMD kernels would be
///     quicker, because the learner has written them; in order
public record WorkerKind(int megabytes, Profile profile, List<String> plainKernels) {

    private static final String KERNELS = "gradus.ml.kernel.";

    public WorkerKind {
        plainKernels = List.copyOf(plainKernels);
    }

    /// A worker of the strict profile.
    public static WorkerKind strict(int megabytes) {
        return new WorkerKind(megabytes, new Profile.Strict(), List.of());
    }

    /// The worker for a run with these limits.
    ///
    /// @param types the classes of which learners have written members
    public static WorkerKind of(Lab.Limits limits, Collection<String> types) {
        return switch (limits.profile()) {
            case Profile.Strict _ -> strict(limits.megabytes());
            case Profile.Compute compute ->
                new WorkerKind(
                        limits.megabytes(),
                        compute,
                        types.stream()
                                .filter(type -> type.startsWith(KERNELS))
                                .map(type -> type.substring(KERNELS.length()))
                                .distinct()
                                .sorted()
                                .toList());
        };
    }

    public boolean isStrict() {
        return threads().isEmpty();
    }

    /// The number of threads of a worker that computes; empty for one that is strict.
    Optional<Integer> threads() {
        return switch (profile) {
            case Profile.Strict _ -> Optional.empty();
            case Profile.Compute compute -> Optional.of(compute.threads());
        };
    }
}
