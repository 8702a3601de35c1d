import org.jspecify.annotations.NullMarked;

/// Computes from the learner's attempts what they know, what is due for review, and what to do next: pure
/// functions.
@NullMarked
module gradus.mastery {
    requires static org.jspecify;
    requires transitive gradus.course;

    exports gradus.mastery;
}
