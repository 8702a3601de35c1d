import org.jspecify.annotations.NullMarked;

/// Sits beside the learner's code in the child JVM: runs checks and figures, measures, reports.
///
/// In that JVM the library, with the learner's parts in place of its own, is a module layer above this one.
/// So nothing here names a type of the library in a signature, and nothing of the library needs to be present
/// for this module to run.
@NullMarked
module gradus.proctor {
    requires static org.jspecify;
    requires jdk.management;
    requires transitive org.junit.jupiter.api;

    exports gradus.proctor.assertions;
    exports gradus.proctor.data;
    exports gradus.proctor.figure;
    exports gradus.proctor.format;
    exports gradus.proctor.probes;
    exports gradus.proctor.property;
    exports gradus.proctor.transcript;
}
