import org.jspecify.annotations.NullMarked;

/// Benchmarks of the judge and the library: one class with a `main` method for each.
@NullMarked
@SuppressWarnings("requires-automatic") // the browser driver has no module of its own
module gradus.bench {
    requires static org.jspecify;
    requires gradus.judge;
    requires gradus.ml;
    requires java.compiler;
    requires java.management;
    requires java.net.http;
    requires jdk.incubator.vector;
    requires jmh.core;
    requires playwright;
}
