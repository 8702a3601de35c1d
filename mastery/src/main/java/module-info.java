import org.jspecify.annotations.NullMarked;

/// What is known, what is due, what is next, when one would arrive: pure functions over what happened.
@NullMarked
module gradus.mastery {
    requires static org.jspecify;
    requires transitive gradus.course;

    exports gradus.mastery;
}
