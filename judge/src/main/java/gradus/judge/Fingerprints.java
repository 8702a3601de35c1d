package gradus.judge;

import gradus.course.Lab;
import gradus.course.Source;
import gradus.judge.build.Hash;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// How the known wrong solutions fail, recorded by judging them; and which of them another failure looks like.
final class Fingerprints {

    private static final String ENTRY = "fingerprint";

    private final Shelf shelf;
    private final Map<String, Fingerprint> known = new ConcurrentHashMap<>();

    Fingerprints(Shelf shelf) {
        this.shelf = shelf;
    }

    /// Whether `wrong` has been recorded with these very sources, checks and library.
    boolean has(Kit kit, Lab lab, Lab.Solution wrong) {
        return find(key(kit, lab, wrong)).isPresent();
    }

    void record(Kit kit, Lab lab, Lab.Solution wrong, Fingerprint fingerprint) {
        String key = key(kit, lab, wrong);
        known.put(key, fingerprint);
        shelf.put(key, Map.of(ENTRY, fingerprint.bytes()));
    }

    /// @param exact whether every number is the same too, and says so much that the mistake is as good as certain
    record Match(Lab.Solution wrong, boolean exact) {}

    /// The wrong solution that fails in just this way; else the only one whose checks end in the same ways with
    /// the same signs, whatever the numbers.
    Optional<Match> match(Kit kit, Lab lab, Fingerprint failure) {
        var recorded = new LinkedHashMap<Lab.Solution, Fingerprint>();
        for (Lab.Solution wrong : lab.wrongSolutions()) {
            find(key(kit, lab, wrong)).ifPresent(fingerprint -> recorded.put(wrong, fingerprint));
        }
        Optional<Match> exact = recorded.entrySet().stream()
                .filter(entry -> entry.getValue().equals(failure))
                .findFirst()
                .map(entry -> new Match(entry.getKey(), failure.isTelling()));
        if (exact.isPresent()) {
            return exact;
        }
        List<Lab.Solution> alike = recorded.entrySet().stream()
                .filter(entry -> entry.getValue().pattern().equals(failure.pattern()))
                .map(Map.Entry::getKey)
                .toList();
        return alike.size() == 1 ? Optional.of(new Match(alike.getFirst(), false)) : Optional.empty();
    }

    private Optional<Fingerprint> find(String key) {
        Fingerprint fingerprint = known.computeIfAbsent(
                key,
                name -> shelf.get(name)
                        .filter(entries -> entries.containsKey(ENTRY))
                        .map(entries -> Fingerprint.of(entries.get(ENTRY)))
                        .orElse(null));
        return Optional.ofNullable(fingerprint);
    }

    private static String key(Kit kit, Lab lab, Lab.Solution wrong) {
        var hash = new Hash().add(kit.hash()).add(lab.limits().toString());
        lab.checks().forEach(check -> hash.add(check.id()));
        for (Source source : wrong.sources()) {
            hash.add(source.path()).add(source.text());
        }
        return hash.hex();
    }
}
