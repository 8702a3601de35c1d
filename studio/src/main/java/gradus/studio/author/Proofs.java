package gradus.studio.author;

import gradus.course.Coding;
import gradus.course.CourseReadResult;
import gradus.course.Fault;
import gradus.course.Lesson;
import gradus.course.LessonSnippet;
import gradus.course.Sha256;
import gradus.course.Source;
import gradus.course.cut.LibrarySources;
import gradus.course.cut.Starter;
import gradus.course.mutant.EquivalentMutants;
import gradus.course.mutant.Mutants;
import gradus.course.proof.GateMeasurement;
import gradus.course.proof.MutationScore;
import gradus.course.proof.Proof;
import gradus.course.proof.ProofFile;
import gradus.course.proof.ProofInputs;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The proofs of a course's lessons, and what they must be about today.
public final class Proofs {

    private static final int NAMES_SHOWN = 4;

    private final FaultFactory faultFactory;
    private final CourseReadResult courseReadResult;
    private final LibrarySources librarySources;
    private final ProofInputs proofInputs;

    /// @param root the root folder of the project
    public Proofs(Path root, CourseReadResult courseReadResult, LibrarySources librarySources) {
        this.faultFactory = new FaultFactory(root);
        this.courseReadResult = courseReadResult;
        this.librarySources = librarySources;
        this.proofInputs = ProofInputs.of(root);
    }

    FaultFactory faultFactory() {
        return faultFactory;
    }

    /// The proof that a lesson has. One that can't be read is a fault of the course already.
    Optional<Proof> of(Lesson lesson) {
        return ProofFile.read(lesson.folder()).proof();
    }

    /// What is wrong with the proof of a lesson, without running anything: it is missing or stale.
    Optional<Fault> fault(Lesson lesson) {
        Optional<Proof> proof = of(lesson);
        if (proof.isEmpty()) {
            return Optional.of(fault(lesson, "The lesson has no proof"));
        }
        List<String> changes = status(lesson).changes(proof.get());
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(fault(lesson, "The proof is stale, because " + sentence(changes) + " changed"));
    }

    /// A fault of a lesson's proof, which proving the lesson mends.
    Fault fault(Lesson lesson, String what) {
        return faultFactory.create(
                lesson.folder().resolve(Proof.FILE), 1, what + "; run \"./gradus author prove " + lesson.id() + "\".");
    }

    /// What is to be said about the mutation score of a lesson whose lab has been proved: it is missing or stale.
    Optional<AuthorReport.Remark> mutationRemark(Lesson lesson) {
        Optional<Proof> proof = of(lesson).filter(it -> it.lab().isPresent());
        if (proof.isEmpty() || lesson.coding().isEmpty() || isScoreCurrent(lesson, proof.get())) {
            return Optional.empty();
        }
        String what =
                proof.get().mutants().isPresent() ? "The mutation score is stale" : "The lab has no mutation score";
        return Optional.of(new AuthorReport.Remark(
                faultFactory.root().relativize(lesson.folder().resolve(Proof.FILE)),
                1,
                what + "; run \"./gradus author report --mutants " + lesson.id() + "\"."));
    }

    /// Whether the mutation score in `proof` is about the lab as it is today.
    boolean isScoreCurrent(Lesson lesson, Proof proof) {
        return proof.mutants().map(MutationScore::key).equals(Optional.of(mutationKey(lesson)));
    }

    /// What the mutation score of a lesson depends on, as a hash.
    String mutationKey(Lesson lesson) {
        return Sha256.of(Mutants.VERSION + "\n" + inputsOfCode(status(lesson)) + "\n"
                        + new TreeMap<>(EquivalentMutants.read(lesson.folder())))
                .substring(0, 20);
    }

    /// What the measurement of a lesson's gate depends on, as a hash.
    String gateKey(Lesson lesson) {
        ProofStatus status = status(lesson);
        return Sha256.of(inputsOfCode(status) + "\n" + new TreeMap<>(status.right()) + "\n"
                        + new TreeMap<>(status.wrong()) + "\n"
                        + lesson.coding().stream()
                                .map(lab -> ProofInputs.solutions(lab, lab.ablations()))
                                .toList())
                .substring(0, 20);
    }

    /// What the runs of a lab's code depend on. Its cases to decide are not among them.
    private static Map<String, String> inputsOfCode(ProofStatus status) {
        var inputs = new TreeMap<>(status.inputs());
        inputs.remove(ProofInputs.DECISIONS);
        return inputs;
    }

    /// Whether the measurement of the gate in `proof` is about the lab as it is today.
    boolean isGateCurrent(Lesson lesson, Proof proof) {
        return proof.gate().map(GateMeasurement::key).equals(Optional.of(gateKey(lesson)));
    }

    private static String sentence(List<String> changes) {
        List<String> shown = changes.stream().limit(NAMES_SHOWN).toList();
        String more = changes.size() > NAMES_SHOWN ? " and " + (changes.size() - NAMES_SHOWN) + " more" : "";
        String all = more.isEmpty() && shown.size() > 1
                ? String.join(", ", shown.subList(0, shown.size() - 1)) + " and " + shown.getLast()
                : String.join(", ", shown) + more;
        return all + (changes.size() == 1 && changes.getFirst().startsWith("the ") ? " has" : " have");
    }

    ProofStatus status(Lesson lesson) {
        return ProofStatus.of(proofInputs, lesson, starters(lesson), snippets(lesson));
    }

    List<Source> starters(Lesson lesson) {
        return lesson.coding().stream()
                .flatMap(lab ->
                        librarySources.starters(lab, courseReadResult.course().codings()).stream())
                .map(Starter::source)
                .toList();
    }

    List<Source> references(Lesson lesson) {
        return lesson.coding().map(Coding::references).orElse(List.of());
    }

    List<LessonSnippet> snippets(Lesson lesson) {
        return courseReadResult.examples().stream()
                .filter(snippet -> snippet.lesson().equals(lesson.id()))
                .toList();
    }
}
