package gradus.judge.diagnose;

import gradus.course.Coding;
import gradus.course.FailureFingerprint;
import gradus.course.FailureFingerprint.CheckFingerprint;
import gradus.course.Lab;
import gradus.course.Source;
import gradus.judge.run.CompiledLab;
import gradus.judge.support.ContentHash;
import gradus.judge.support.DiskCache;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Matches a failed submission to a known wrong solution, whose failures have been proved, or recorded by
/// judging it.
public final class WrongSolutionMatcher {

    private static final String ENTRY = "fingerprint-4";

    private final DiskCache onDisk;
    private final Map<String, FailureFingerprint> inMemory = new ConcurrentHashMap<>();

    public WrongSolutionMatcher(DiskCache diskCache) {
        this.onDisk = diskCache;
    }

    /// Whether `solution` has been recorded with exactly these sources, checks and library.
    public boolean isRecorded(CompiledLab compiledLab, Coding lab, Lab.Solution solution) {
        return find(compiledLab, lab, solution).isPresent();
    }

    public void record(CompiledLab compiledLab, Coding lab, Lab.Solution solution, FailureFingerprint fingerprint) {
        String key = key(compiledLab, lab, solution);
        inMemory.put(key, fingerprint);
        onDisk.put(key, Map.of(ENTRY, text(fingerprint).getBytes(StandardCharsets.UTF_8)));
    }

    /// @param exact whether every number is the same too, and distinctive enough for the mistake to be almost
    ///     certain
    public record Match(Lab.Solution solution, boolean exact) {}

    /// The wrong solution that fails in exactly this way; otherwise the only one whose checks end in the same
    /// way with the same symptoms, whatever the numbers.
    public Optional<Match> match(CompiledLab compiledLab, Coding lab, FailureFingerprint failure) {
        var recorded = new LinkedHashMap<Lab.Solution, FailureFingerprint>();
        for (Lab.Solution wrong : lab.wrongSolutions()) {
            find(compiledLab, lab, wrong).ifPresent(fingerprint -> recorded.put(wrong, fingerprint));
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

    private Optional<FailureFingerprint> find(CompiledLab compiledLab, Coding lab, Lab.Solution solution) {
        return solution.fingerprint().or(() -> find(key(compiledLab, lab, solution)));
    }

    private Optional<FailureFingerprint> find(String key) {
        FailureFingerprint fingerprint = inMemory.computeIfAbsent(
                key,
                name -> onDisk.get(name)
                        .filter(entries -> entries.containsKey(ENTRY))
                        .map(entries -> parse(new String(entries.get(ENTRY), StandardCharsets.UTF_8)))
                        .orElse(null));
        return Optional.ofNullable(fingerprint);
    }

    private static String text(FailureFingerprint fingerprint) {
        return Stream.concat(
                        Stream.of(fingerprint.ending()),
                        fingerprint.checks().stream().map(CheckFingerprint::line))
                .collect(Collectors.joining("\n"));
    }

    private static FailureFingerprint parse(String text) {
        List<String> lines = text.lines().toList();
        return new FailureFingerprint(
                lines.getFirst(),
                lines.subList(1, lines.size()).stream()
                        .map(CheckFingerprint::parse)
                        .toList());
    }

    private static String key(CompiledLab compiledLab, Coding lab, Lab.Solution solution) {
        var hash = new ContentHash().add(compiledLab.hash()).add(lab.limits().toString());
        lab.checks().forEach(check -> hash.add(check.id()));
        for (List<Source> sources : List.of(lab.references(), solution.sources(), solution.parts())) {
            sources.forEach(source -> hash.add(source.path()).add(source.text()));
        }
        return hash.hex();
    }
}
