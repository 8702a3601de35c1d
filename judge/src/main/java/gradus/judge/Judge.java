package gradus.judge;

import gradus.course.Lab;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// Says what is right and what is wrong with a submission. There is one judge: learners and authors get
/// the same.
public interface Judge extends AutoCloseable {

    /// Every check, first upon the library, then upon `parts`.
    Verdict judge(Lab lab, Submission submission, LearnerParts learnerParts, Consumer<Progress> progressListener);

    /// The visible checks only, to try things out: never recorded, never compared with wrong solutions.
    Verdict runVisibleChecks(
            Lab lab, Submission submission, LearnerParts learnerParts, Consumer<Progress> progressListener);

    /// Says that somebody is at this lab, so that what its next verdict needs can be made ready.
    default void prepareFor(Lab lab) {}

    /// What holds a submission here, found out once, by attack, in the background from the first time
    /// that it is asked for.
    CompletableFuture<Health> health();

    @Override
    void close();
}
