package gradus.course.proof;

import java.util.Optional;

/// What has been shown by running a lesson. It is kept beside the lesson, so that nobody has to run it again
/// until something changes that it depends on.
///
/// @param lab that of its lab, if it has one
/// @param page the hash of the figures, programs and answers of its page, which did what the page says
public record Proof(Optional<LabProof> lab, String page) {

    /// The name of the file beside `lesson.md`.
    public static final String FILE = "proof.json";
}
