package gradus.studio.author;

import gradus.course.Coding;
import gradus.course.Lab;
import gradus.course.Lesson;
import gradus.course.LessonSnippet;
import gradus.course.Source;
import gradus.course.proof.LabProof;
import gradus.course.proof.Proof;
import gradus.course.proof.ProofInputs;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What a lesson's proof must be about today, to compare it with the proof that there is.
///
/// @param inputs what the lab's runs depend on; empty without a lab
/// @param right the hashes of the lab's right solutions, by name
/// @param wrong the hashes of its wrong solutions, by name
/// @param page the hash of the figures, programs and answers of the page
record ProofStatus(Map<String, String> inputs, Map<String, String> right, Map<String, String> wrong, String page) {

    private static final Map<String, String> WORDS = Map.of(
            "recipe",
            "the way in which labs are judged",
            "library",
            "classes of the library that it reaches",
            "proctor",
            "assertions that it uses",
            ProofInputs.CHECKS,
            "its checks",
            "starter",
            "its starter",
            "data",
            "its data");

    static ProofStatus of(ProofInputs proofInputs, Lesson lesson, List<Source> starters, List<LessonSnippet> snippets) {
        return new ProofStatus(
                lesson.coding().map(lab -> proofInputs.lab(lab, starters)).orElse(Map.of()),
                hashes(lesson.coding(), Coding::rightSolutions),
                hashes(lesson.coding(), Coding::wrongSolutions),
                proofInputs.page(lesson, snippets));
    }

    private static Map<String, String> hashes(Optional<Coding> lab, Function<Coding, List<Lab.Solution>> solutions) {
        return lab.map(it -> ProofInputs.solutions(it, solutions.apply(it))).orElse(Map.of());
    }

    /// Whether the proof of the lab is current.
    boolean isLabCurrent(Optional<Proof> proof) {
        return inputs.isEmpty() || changesOfLab(proof.flatMap(Proof::lab)).isEmpty();
    }

    boolean isPageCurrent(Optional<Proof> proof) {
        return proof.map(Proof::page).equals(Optional.of(page));
    }

    /// What has changed since the proof was made, in words; empty if it is current.
    List<String> changes(Proof proof) {
        var changes = new ArrayList<String>();
        if (!inputs.isEmpty()) {
            changes.addAll(changesOfLab(proof.lab()));
        }
        if (!proof.page().equals(page)) {
            changes.add("figures, programs or answers of its page");
        }
        return changes;
    }

    private List<String> changesOfLab(Optional<LabProof> proof) {
        if (proof.isEmpty()) {
            return List.of("its lab");
        }
        var changes = new LinkedHashSet<String>();
        inputs.forEach((name, hash) -> {
            if (!hash.equals(proof.get().inputs().get(name))) {
                changes.add(WORDS.getOrDefault(name, name));
            }
        });
        // A solution contains the library's code, so it changes with it.
        if (changes.isEmpty()) {
            changes.addAll(changed("right", right, proof.get().right()));
            changes.addAll(changed(
                    "wrong",
                    wrong,
                    proof.get().wrong().entrySet().stream()
                            .collect(Collectors.toMap(
                                    Map.Entry::getKey, entry -> entry.getValue().sources()))));
        }
        return List.copyOf(changes);
    }

    private static List<String> changed(String kind, Map<String, String> now, Map<String, String> proved) {
        var names = new LinkedHashSet<>(now.keySet());
        names.addAll(proved.keySet());
        return names.stream()
                .filter(name -> !Optional.ofNullable(now.get(name)).equals(Optional.ofNullable(proved.get(name))))
                .sorted()
                .map(name -> "the solution " + kind + "/" + name)
                .toList();
    }
}
