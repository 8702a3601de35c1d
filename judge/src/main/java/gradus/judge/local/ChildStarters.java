package gradus.judge.local;

import gradus.judge.JudgePaths;
import gradus.judge.process.JvmStarter;
import gradus.judge.process.RuntimeImages;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// What starts the child JVMs of each kind, with the files that it may read.
///
/// @param workers run learners' code
/// @param computing the same for minutes, and let other processes go first
/// @param compilers compile it
record ChildStarters(JvmStarter workers, JvmStarter computing, JvmStarter compilers) implements AutoCloseable {

    private static final int NICENESS = 10;

    static ChildStarters of(JudgePaths paths, RuntimeImages images) {
        // The library contains the solutions of the labs, so workers can't read its files.
        List<Path> platform = and(paths.proctor(), images.jdkPaths());
        List<Path> data = and(platform, List.of(paths.data()));
        List<Path> classes = and(and(platform, List.of(paths.library())), paths.judge());
        return new ChildStarters(
                sandboxed(paths, images, data, 0),
                sandboxed(paths, images, data, NICENESS),
                sandboxed(paths, images, classes, 0));
    }

    private static List<Path> and(List<Path> paths, List<Path> more) {
        return Stream.concat(paths.stream(), more.stream()).toList();
    }

    private static JvmStarter sandboxed(JudgePaths paths, RuntimeImages images, List<Path> readable, int niceness) {
        return JvmStarter.sandboxed(
                readable,
                List.of(paths.java(), images.jdk().resolve("lib/jspawnhelper"), images.imagesFolder()),
                niceness);
    }

    @Override
    public void close() {
        workers.close();
        computing.close();
        compilers.close();
    }
}
