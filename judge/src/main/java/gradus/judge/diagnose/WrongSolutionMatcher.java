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

/// Matches a failed submission to a known wrong solution, whose failures it has recorded by judging it.
public final class WrongSolutionMatcher {

    private static final String ENTRY = "fingerprint-2";

    private final DiskCache onDisk;
    private final Map<String, FailureFingerprint> inMemory = new ConcurrentHashMap<>();

    public WrongSolutionMatcher(DiskCache diskCache) {
        this.onDisk = diskCache;
    }

    /// Whether `solution` has been recorded with exactly these sources, checks and library.
    public boolean isRecorded(CompiledLab compiledLab, Lab lab, Lab.Solution solution) {
        return find(key(compiledLab, lab, solution)).isPresent();
    }

    public void record(CompiledLab compiledLab, Lab lab, Lab.Solution solution, FailureFingerprint fingerprint) {
        String key = key(compiledLab, lab, solution);
        inMemory.put(key, fingerprint);
        onDisk.put(key, Map.of(ENTRY, fingerprint.toBytes()));
    }

    /// @param exact whether every number is the same too, and distinctive enough for the mistake to be almost
    ///     certain
    public record Match(Lab.Solution solution, boolean exact) {}

    /// The wrong solution that fails in exactly this way; otherwise the only one whose checks end in the same
    /// way with the same symptoms, whatever the numbers.
    public Optional<Match> match(CompiledLab compiledLab, Lab lab, FailureFingerprint failure) {
        var recorded = new LinkedHashMap<Lab.Solution, FailureFingerprint>();
        for (Lab.Solution wrong : lab.wrongSolutions()) {
            find(key(compiledLab, lab, wrong)).ifPresent(fingerprint -> recorded.put(wrong, fingerprint));
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
        FailureFingerprint fingerprint = inMemory.computeIfAbsent(
                key,
                name -> onDisk.get(name)
                        .filter(entries -> entries.containsKey(ENTRY))
                        .map(entries -> FailureFingerprint.fromBytes(entries.get(ENTRY)))
                        .orElse(null));
        return Optional.ofNullable(fingerprint);
    }

    private static String key(CompiledLab compiledLab, Lab lab, Lab.Solution solution) {
        var hash = new ContentHash().add(compiledLab.hash()).add(lab.limits().toString());
        lab.checks().forEach(check -> hash.add(check.id()));
        for (Source source : solution.sources()) {
            hash.add(source.path()).add(source.text());
        }
        return hash.hex();
    }
}
