package gradus.studio.run;

import gradus.course.Milestone;
import gradus.judge.Verdict;
import gradus.judge.Verdict.CheckResult;
import gradus.judge.Verdict.Metric;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What remains of a run: its result, and what one has to know to get it again.
///
/// @param state one in which it is over
/// @param verdict empty if it was cancelled
/// @param seeds from which it drew, in order
/// @param data the hash of each file of its data sets, by `id/file`
/// @param java the version of the JDK; empty if it never computed
/// @param vectorBits the width of the processor's vectors; 0 if unknown
/// @param processors how many it might use; 0 if unknown
public record RunCard(
        String id,
        RunState state,
        Instant startedAt,
        Instant endedAt,
        Optional<Verdict> verdict,
        List<Long> seeds,
        Map<String, String> data,
        String java,
        int vectorBits,
        int processors) {

    public RunCard {
        seeds = List.copyOf(seeds);
        data = Map.copyOf(data);
    }

    public Duration took() {
        return Duration.between(startedAt, endedAt);
    }

    /// What one has to know to get the same again, but for the data.
    public List<String> conditions() {
        var conditions = new ArrayList<String>();
        if (processors > 0) {
            conditions.add(processors == 1 ? "1 thread" : processors + " threads");
        }
        if (vectorBits > 0) {
            conditions.add("vectors of " + vectorBits + " bits");
        }
        if (!java.isEmpty()) {
            conditions.add("JDK " + java);
        }
        if (!seeds.isEmpty()) {
            conditions.add((seeds.size() == 1 ? "seed " : "seeds ")
                    + seeds.stream().map(String::valueOf).collect(Collectors.joining(", ")));
        }
        learnerPercent().ifPresent(percent -> conditions.add(percent + " % of the time in your own code"));
        return conditions;
    }

    /// What was measured of the learner's code.
    public List<Metric> metrics() {
        return results().stream()
                .filter(result -> !Milestone.isComparison(result.id()))
                .flatMap(result -> result.metrics().stream())
                .toList();
    }

    /// The percentage of the time that was spent in the learner's own code, if the run was long enough to tell.
    public Optional<Integer> learnerPercent() {
        return verdict.flatMap(it -> switch (it) {
            case Verdict.Passed passed -> percent(passed.resourceUsage());
            case Verdict.ChecksPassed passed -> percent(passed.resourceUsage());
            case Verdict.NotYet notYet -> percent(notYet.resourceUsage());
            case Verdict.OutOfTime _,
                    Verdict.OutOfMemory _,
                    Verdict.EndedEarly _,
                    Verdict.DidNotCompile _,
                    Verdict.Forbidden _,
                    Verdict.JudgeFault _ -> Optional.<Integer>empty();
        });
    }

    private static Optional<Integer> percent(Verdict.ResourceUsage usage) {
        return usage.learnerPercent().stream().boxed().findFirst();
    }

    /// The results of the checks.
    public List<CheckResult> results() {
        return verdict.map(it -> switch (it) {
                    case Verdict.Passed passed -> passed.checks();
                    case Verdict.ChecksPassed passed -> passed.checks();
                    case Verdict.NotYet notYet -> notYet.checks();
                    case Verdict.OutOfTime late -> late.checks();
                    case Verdict.OutOfMemory full -> full.checks();
                    case Verdict.EndedEarly early -> early.checks();
                    case Verdict.DidNotCompile _, Verdict.Forbidden _, Verdict.JudgeFault _ -> List.<CheckResult>of();
                })
                .orElse(List.of());
    }

    /// The state that a verdict leads to.
    static RunState stateOf(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Passed _ -> RunState.PASSED;
            case Verdict.JudgeFault _ -> RunState.FAULT;
            case Verdict.ChecksPassed _,
                    Verdict.NotYet _,
                    Verdict.OutOfTime _,
                    Verdict.OutOfMemory _,
                    Verdict.EndedEarly _,
                    Verdict.DidNotCompile _,
                    Verdict.Forbidden _ -> RunState.NOT_YET;
        };
    }
}
