package gradus.studio.author;

import gradus.course.Coding;
import gradus.course.LibraryUse;
import gradus.course.Parallel;
import gradus.course.Source;
import gradus.course.mutant.Mutant;
import gradus.course.mutant.MutantKind;
import gradus.course.mutant.Mutants;
import gradus.course.proof.MutationScore;
import gradus.course.proof.MutationScore.Finding;
import gradus.judge.Prover;
import gradus.judge.Submission;
import gradus.judge.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Judges the mutants of a lab, each as a learner's submission: the gate runs if the other checks pass. One that
/// doesn't end is stopped by the limits of the lab, and so killed.
final class MutantJudge {

    /// How many mutants of each member are judged at most.
    static final int MOST_PER_MEMBER = 60;

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?(E-?\\d+)?");

    private final Prover prover;
    private final ExecutorService runs;
    private final Coding lab;

    /// @param runs judges as many mutants at once as it has threads
    MutantJudge(Prover prover, ExecutorService runs, Coding lab) {
        this.prover = prover.sharingJvms();
        this.runs = runs;
        // The library's own code may call what learners haven't been taught.
        this.lab = lab.withLibraryUse(LibraryUse.ANYTHING);
    }

    private record Judged(Mutant mutant, Verdict verdict) {

        boolean passed() {
            return verdict instanceof Verdict.Passed;
        }

        Finding finding() {
            return new Finding(
                    mutant.id(), mutant.before(), mutant.after(), VerdictSummary.of(verdict) + margins(verdict));
        }
    }

    /// @param references the library's sources of the classes that the lab cuts
    /// @param excluded the ids of mutants that don't count
    MutationScore score(List<Source> references, Set<String> excluded, String key) {
        List<Mutant> mutants = references.stream()
                .flatMap(source -> lab.cut(source.className()).stream()
                        .flatMap(cut -> Mutants.sample(Mutants.of(cut, source), MOST_PER_MEMBER).stream()))
                .filter(mutant -> !excluded.contains(mutant.id()))
                .toList();
        List<Future<Judged>> running = mutants.stream()
                .map(mutant -> runs.submit(() -> judge(mutant, references)))
                .toList();
        List<Judged> all = running.stream().map(Parallel::await).toList();
        List<Judged> judged = all.stream().filter(MutantJudge::runs).toList();
        Map<MutantKind, List<Judged>> kinds =
                judged.stream().collect(Collectors.groupingBy(it -> it.mutant().kind()));
        List<Judged> standard = kinds.getOrDefault(MutantKind.STANDARD, List.of());
        List<Judged> benign = kinds.getOrDefault(MutantKind.BENIGN, List.of());
        List<Judged> approximating = kinds.getOrDefault(MutantKind.APPROXIMATING, List.of());
        List<Finding> survivors = findings(standard, true);
        return new MutationScore(
                key,
                standard.size() - survivors.size(),
                standard.size(),
                survivors,
                benign.size(),
                findings(benign, false),
                approximating.size(),
                findings(approximating, true),
                all.size() - judged.size());
    }

    /// By how much the first wrong number is wrong, absolutely and relatively; empty if it is no number.
    static String margins(Verdict verdict) {
        if (!(verdict instanceof Verdict.NotYet notYet)) {
            return "";
        }
        return notYet.checks().stream()
                .map(Verdict.CheckResult::outcome)
                .filter(Verdict.Outcome.Failed.class::isInstance)
                .map(Verdict.Outcome.Failed.class::cast)
                .findFirst()
                .filter(failed -> NUMBER.matcher(failed.expected()).matches()
                        && NUMBER.matcher(failed.got()).matches())
                .map(failed -> margins(Double.parseDouble(failed.expected()), Double.parseDouble(failed.got())))
                .orElse("");
    }

    private static String margins(double expected, double got) {
        double difference = Math.abs(expected - got);
        return String.format(
                Locale.ROOT,
                ", which differs by %.1e, relatively by %.1e",
                difference,
                difference / Math.max(Math.abs(expected), Double.MIN_NORMAL));
    }

    private static List<Finding> findings(List<Judged> judged, boolean passed) {
        return judged.stream()
                .filter(it -> it.passed() == passed)
                .map(Judged::finding)
                .toList();
    }

    /// Whether it compiles, and needs nothing that the sandbox denies.
    private static boolean runs(Judged judged) {
        return switch (judged.verdict()) {
            case Verdict.DidNotCompile _, Verdict.Forbidden _ -> false;
            case Verdict.Passed _,
                    Verdict.ChecksPassed _,
                    Verdict.NotYet _,
                    Verdict.OutOfTime _,
                    Verdict.OutOfMemory _,
                    Verdict.EndedEarly _ -> true;
            case Verdict.JudgeFault fault ->
                throw new IllegalStateException(
                        "the mutant " + judged.mutant().id() + " could not be judged: " + fault.message());
        };
    }

    private Judged judge(Mutant mutant, List<Source> references) {
        var sources = new LinkedHashMap<String, String>();
        references.forEach(source -> sources.put(source.path(), source.text()));
        sources.put(mutant.source().path(), mutant.source().text());
        var submission = new Submission(lab.lesson(), sources);
        return new Judged(mutant, prover.run(lab, submission, lab.checks()).verdict());
    }
}
