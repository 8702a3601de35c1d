import org.jspecify.annotations.NullMarked;

/// What the program's speed is measured by: one class with a `main` for each benchmark.
@NullMarked
@SuppressWarnings("requires-automatic") // the browser driver has no module of its own
module gradus.bench {
    requires static org.jspecify;
    requires gradus.judge;
    requires gradus.ml;
    requires java.management;
    requires java.net.http;
    requires jmh.core;
    requires playwright;
}
