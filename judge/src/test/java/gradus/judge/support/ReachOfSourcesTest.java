package gradus.judge.support;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.course.proof.SourceReach;
import gradus.judge.JudgePaths;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A proof depends on at least those classes of the library that a child gets.
class ReachOfSourcesTest {

    private static final Path ROOT = Path.of(System.getProperty("gradus.root")).toAbsolutePath();

    /// How many more classes the sources may reach: names in documentation don't count, but a simple name may.
    private static final double MORE = 1.25;

    @TempDir
    Path cache;

    @Test
    void whateverAClassOfTheLibraryReachesItsSourceReachesToo() {
        var classes = new LibraryReach(
                CompiledLibrary.read(JudgePaths.locate(ROOT, cache).library()).classes());
        SourceReach sources = SourceReach.in(ROOT.resolve("ml/src/main/java"));
        SortedSet<String> all = sources.of(List.of(), List.of("gradus.ml.transformer.Gpt"));
        assertThat(all).hasSizeGreaterThan(50);
        int ofClasses = 0;
        int ofSources = 0;
        for (String type : all) {
            SortedSet<String> needed = classes.of(List.of(), List.of(type));
            SortedSet<String> reached = sources.of(List.of(), List.of(type));
            assertThat(reached).as(type).containsAll(needed);
            ofClasses += needed.size();
            ofSources += reached.size();
        }
        assertThat((double) ofSources).isLessThanOrEqualTo(MORE * ofClasses);
    }
}
