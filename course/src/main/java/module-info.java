import org.jspecify.annotations.NullMarked;

/// Reads the course: parses `curriculum/` and `data/` into records, cuts labs out of the library's source,
/// and reports every fault with its file and line.
@NullMarked
module gradus.course {
    requires static org.jspecify;
    requires java.compiler;
    requires jdk.compiler;
    requires org.commonmark;
    requires org.commonmark.ext.gfm.tables;
    requires org.mozilla.rhino;
    requires org.snakeyaml.engine;

    exports gradus.course;
    exports gradus.course.answer;
    exports gradus.course.cut;
    exports gradus.course.formula;
    exports gradus.course.measure;
    exports gradus.course.mutant;
    exports gradus.course.proof;
    exports gradus.course.read;
    exports gradus.course.scaffold;
}
