import org.jspecify.annotations.NullMarked;

/// Sources in, verdict out: compile, confine, run, diagnose.
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
