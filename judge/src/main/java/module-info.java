import org.jspecify.annotations.NullMarked;

/// The judge: compiles a submission, runs its checks in a sandbox, and diagnoses failures.
@NullMarked
module gradus.judge {
    requires static org.jspecify;
    requires java.compiler;
    requires jdk.compiler;
    requires transitive gradus.course;
    requires gradus.proctor;

    exports gradus.judge;
    exports gradus.judge.local;
}
