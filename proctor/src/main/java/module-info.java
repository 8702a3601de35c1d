import org.jspecify.annotations.NullMarked;

/// Runs in the child JVM, in the same process as the learner's code: runs checks and figures, measures, and
/// reports events.
///
/// In that JVM the library, with the learner's parts in place of its own, is in a module layer above this
/// one. So no signature here has a type of the library, and this module runs without the library.
@NullMarked
module gradus.proctor {
    requires static org.jspecify;
    requires jdk.management;
    requires transitive org.junit.jupiter.api;

    exports gradus.proctor.arena;
    exports gradus.proctor.assertions;
    exports gradus.proctor.data;
    exports gradus.proctor.exact;
    exports gradus.proctor.figure;
    exports gradus.proctor.format;
    exports gradus.proctor.probes;
    exports gradus.proctor.property;
    exports gradus.proctor.report;
    exports gradus.proctor.transcript;
}
