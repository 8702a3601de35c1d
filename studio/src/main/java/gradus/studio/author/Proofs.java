package gradus.studio.author;

import gradus.course.CourseReadResult;
import gradus.course.Lesson;
import gradus.course.LessonSnippet;
import gradus.course.Source;
import gradus.course.cut.LibrarySources;
import gradus.course.cut.Starter;
import gradus.course.proof.Proof;
import gradus.course.proof.ProofFile;
import gradus.course.proof.ProofInputs;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The proofs of a course's lessons, and what they must be about today.
public final class Proofs {

    private final CourseReadResult courseReadResult;
    private final LibrarySources librarySources;
    private final ProofInputs proofInputs;

    /// @param root the root folder of the project
    public Proofs(Path root, CourseReadResult courseReadResult, LibrarySources librarySources) {
        this.courseReadResult = courseReadResult;
        this.librarySources = librarySources;
        this.proofInputs = ProofInputs.of(root);
    }

    /// The proof that a lesson has. One that can't be read is a fault of the course already.
    Optional<Proof> of(Lesson lesson) {
        return ProofFile.read(lesson.folder());
    }

    ProofStatus status(Lesson lesson) {
        return ProofStatus.of(proofInputs, lesson, starters(lesson), snippets(lesson));
    }

    List<Source> starters(Lesson lesson) {
        return lesson.lab().stream()
                .flatMap(lab ->
                        librarySources.starters(lab, courseReadResult.course().labs()).stream())
                .map(Starter::source)
                .toList();
    }

    List<Source> references(Lesson lesson) {
        return lesson.lab().map(librarySources::reference).orElse(List.of());
    }

    List<LessonSnippet> snippets(Lesson lesson) {
        return courseReadResult.examples().stream()
                .filter(snippet -> snippet.lesson().equals(lesson.id()))
                .toList();
    }
}
