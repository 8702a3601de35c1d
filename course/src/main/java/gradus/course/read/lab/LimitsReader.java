package gradus.course.read.lab;

import gradus.course.DidYouMean;
import gradus.course.Lab.Limits;
import gradus.course.Profile;
import gradus.course.read.file.FaultCollector;
import gradus.course.read.file.YamlFields;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Reads the limits of runs from the front matter of a lab: `limits` of its checks, and `run` of what takes minutes.
final class LimitsReader {

    private static final int MOST_SECONDS = 600;
    private static final int MOST_MEGABYTES = 4096;
    private static final int MOST_THREADS = 8;
    private static final Limits RUN = new Limits(MOST_SECONDS, 1024, new Profile.Compute(1));
    private static final List<String> PROFILES = List.of("strict", "compute");

    private final YamlFields fields;
    private final FaultCollector faults;
    private final Path file;

    /// @param file the file of `fields`
    LimitsReader(YamlFields fields, Path file, FaultCollector faults) {
        this.fields = fields;
        this.faults = faults;
        this.file = file;
    }

    /// The limits of the checks: `limits: { seconds: 10, megabytes: 256 }`, or in another profile
    /// `limits: { profile: compute, seconds: 60, megabytes: 1024, threads: 2 }`.
    Limits limits() {
        return fields.has("limits")
                ? fields.mapping("limits")
                        .map(limits -> isCompute(limits) ? compute(limits) : strict(limits))
                        .orElse(Limits.DEFAULT)
                : Limits.DEFAULT;
    }

    /// The limits of runs that are always in the compute profile: `limits: { seconds: 60, megabytes: 1024, threads: 2
    /// }`.
    Limits computing() {
        return fields.mapping("limits")
                .map(limits -> compute(limits.allowOnly("seconds", "megabytes", "threads")))
                .orElse(RUN);
    }

    /// The limits of a run of its own, in the compute profile: `run: { seconds: 120, megabytes: 1024, threads: 1 }`.
    Optional<Limits> run() {
        return fields.has("run")
                ? fields.mapping("run").map(run -> compute(run.allowOnly("seconds", "megabytes", "threads")))
                : Optional.empty();
    }

    private boolean isCompute(YamlFields limits) {
        if (!limits.has("profile")) {
            return false;
        }
        String profile = limits.string("profile");
        if (!profile.isEmpty() && !PROFILES.contains(profile)) {
            faults.add(
                    file,
                    limits.line("profile"),
                    "Unknown profile \"" + profile + "\"" + DidYouMean.hint(profile, PROFILES));
        }
        return profile.equals("compute");
    }

    private static Limits strict(YamlFields limits) {
        limits.allowOnly("profile", "seconds", "megabytes");
        return new Limits(
                limits.integer("seconds", 1, MOST_SECONDS, Limits.DEFAULT.seconds()),
                limits.integer("megabytes", 16, MOST_MEGABYTES, Limits.DEFAULT.megabytes()));
    }

    private static Limits compute(YamlFields limits) {
        limits.allowOnly("profile", "seconds", "megabytes", "threads");
        return new Limits(
                limits.integer("seconds", 1, MOST_SECONDS, RUN.seconds()),
                limits.integer("megabytes", 64, MOST_MEGABYTES, RUN.megabytes()),
                new Profile.Compute(limits.has("threads") ? limits.integer("threads", 1, MOST_THREADS, 1) : 1));
    }
}
