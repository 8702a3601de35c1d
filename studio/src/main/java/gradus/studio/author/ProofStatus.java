package gradus.studio.author;

import gradus.course.Arena;
import gradus.course.Audit;
import gradus.course.Coding;
import gradus.course.Lab;
import gradus.course.Lesson;
import gradus.course.LessonSnippet;
import gradus.course.Milestone;
import gradus.course.Source;
import gradus.course.Testing;
import gradus.course.proof.LabProof;
import gradus.course.proof.Proof;
import gradus.course.proof.ProofInputs;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a lesson's proof must be about today, to compare it with the proof that there is.
///
/// @param inputs what the lab's runs depend on; empty without a lab
/// @param right the hashes of the lab's right solutions, by name
/// @param wrong the hashes of its wrong solutions, mutants or ablations, by name
/// @param wrongFolder where these are
/// @param page the hash of the figures, programs and answers of the page
record ProofStatus(
        Map<String, String> inputs,
        Map<String, String> right,
        Map<String, String> wrong,
        String wrongFolder,
        String page) {

    private static final Map<String, String> WORDS = Map.of(
            "recipe",
            "the way in which labs are judged",
            "library",
            "classes of the library that it reaches",
            "proctor",
            "assertions that it uses",
            ProofInputs.CHECKS,
            "its checks",
            ProofInputs.DECISIONS,
            "the key of its decisions",
            "starter",
            "its starter",
            "data",
            "its data");

    static ProofStatus of(ProofInputs proofInputs, Lesson lesson, List<Source> starters, List<LessonSnippet> snippets) {
        String page = proofInputs.page(lesson, snippets);
        return lesson.lab()
                .map(lab -> switch (lab) {
                    case Coding coding ->
                        new ProofStatus(
                                proofInputs.lab(coding, starters),
                                ProofInputs.solutions(coding, coding.rightSolutions()),
                                ProofInputs.solutions(coding, coding.wrongSolutions()),
                                "wrong",
                                page);
                    case Testing testing ->
                        new ProofStatus(
                                proofInputs.tests(testing),
                                ProofInputs.solutions(testing.references(), testing.rightSolutions()),
                                ProofInputs.solutions(testing.references(), mutants(testing)),
                                "mutants",
                                page);
                    case Milestone milestone ->
                        new ProofStatus(
                                proofInputs.milestone(milestone),
                                Map.of(),
                                ProofInputs.solutions(milestone.references(), ablations(milestone)),
                                "ablations",
                                page);
                    case Arena arena -> new ProofStatus(proofInputs.arena(arena), Map.of(), Map.of(), "", page);
                    case Audit _ -> ofPage(page);
                })
                .orElseGet(() -> ofPage(page));
    }

    private static ProofStatus ofPage(String page) {
        return new ProofStatus(Map.of(), Map.of(), Map.of(), "", page);
    }

    private static List<Lab.Solution> mutants(Testing lab) {
        return lab.mutants().stream().map(Testing.Mutant::code).toList();
    }

    private static List<Lab.Solution> ablations(Milestone lab) {
        return lab.ablations().stream().map(Milestone.Ablation::code).toList();
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
                    wrongFolder,
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
