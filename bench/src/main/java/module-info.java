import org.jspecify.annotations.NullMarked;

/// What the program's speed is measured by: one class with a `main` for each benchmark.
@NullMarked
module gradus.bench {
    requires static org.jspecify;
    requires gradus.judge;
    requires gradus.ml;
}
