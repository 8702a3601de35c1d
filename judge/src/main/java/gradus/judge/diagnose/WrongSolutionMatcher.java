package gradus.judge.diagnose;

import gradus.course.Lab;
import gradus.course.Source;
import gradus.judge.run.CompiledLab;
import gradus.judge.support.ContentHash;
import gradus.judge.support.DiskCache;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// How the known wrong solutions fail, recorded by judging them; and which of them another failure looks
/// like.
public final class WrongSolutionMatcher {

    private static final String ENTRY = "fingerprint-2";

    private final DiskCache onDisk;
    private final Map<String, FailureFingerprint> inMemory = new ConcurrentHashMap<>();

    public WrongSolutionMatcher(DiskCache diskCache) {
        this.onDisk = diskCache;
    }

    /// Whether `solution` has been recorded with these very sources, checks and library.
    public boolean isRecorded(CompiledLab compiledLab, Lab lab, Lab.Solution solution) {
        return find(key(compiledLab, lab, solution)).isPresent();
    }

    public void record(CompiledLab compiledLab, Lab lab, Lab.Solution solution, FailureFingerprint failureFingerprint) {
        String key = key(compiledLab, lab, solution);
        inMemory.put(key, failureFingerprint);
        onDisk.put(key, Map.of(ENTRY, failureFingerprint.toBytes()));
    }

    /// @param exact whether every number is the same too, and says so much that the mistake is as good as
    ///     certain
    public record Match(Lab.Solution solution, boolean exact) {}

    /// The wrong solution that fails in just this way; else the only one whose checks end in the same ways
    /// with the same signs, whatever the numbers.
    public Optional<Match> match(CompiledLab compiledLab, Lab lab, FailureFingerprint failure) {
        var recorded = new LinkedHashMap<Lab.Solution, FailureFingerprint>();
        for (Lab.Solution wrong : lab.wrongSolutions()) {
            find(key(compiledLab, lab, wrong)).ifPresent(failureFingerprint -> recorded.put(wrong, failureFingerprint));
        }
        Optional<Match> exact = recorded.entrySet().stream()
                .filter(entry -> entry.getValue().equals(failure))
                .findFirst()
                .map(entry -> new Match(entry.getKey(), failure.isDistinctive()));
        if (exact.isPresent()) {
            return exact;
        }
        List<Lab.Solution> alike = recorded.entrySet().stream()
                .filter(entry -> entry.getValue().pattern().equals(failure.pattern()))
                .map(Map.Entry::getKey)
                .toList();
        return alike.size() == 1 ? Optional.of(new Match(alike.getFirst(), false)) : Optional.empty();
    }

    private Optional<FailureFingerprint> find(String key) {
        FailureFingerprint failureFingerprint = inMemory.computeIfAbsent(
                key,
                name -> onDisk.get(name)
                        .filter(entries -> entries.containsKey(ENTRY))
                        .map(entries -> FailureFingerprint.fromBytes(entries.get(ENTRY)))
                        .orElse(null));
        return Optional.ofNullable(failureFingerprint);
    }

    private static String key(CompiledLab compiledLab, Lab lab, Lab.Solution solution) {
        var contentHash =
                new ContentHash().add(compiledLab.hash()).add(lab.limits().toString());
        lab.checks().forEach(check -> contentHash.add(check.id()));
        for (Source source : solution.sources()) {
            contentHash.add(source.path()).add(source.text());
        }
        return contentHash.hex();
    }
}
