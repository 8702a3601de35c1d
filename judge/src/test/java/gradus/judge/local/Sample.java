package gradus.judge.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// What a long table is tried on with each change: a few of its rows, chosen by the hash of the commit, so that each
/// row has its turn. The whole table is tried by `./gradus test --hostile`.
final class Sample {

    private Sample() {}

    /// @param size how many, at most
    static <T> List<T> of(List<T> table, int size) {
        String commit = commit();
        List<T> shuffled = new ArrayList<>(table);
        Collections.shuffle(shuffled, new Random(commit.hashCode()));
        System.out.printf("%d of %d, chosen by commit %s%n", Math.min(size, table.size()), table.size(), commit);
        return List.copyOf(shuffled.subList(0, Math.min(size, table.size())));
    }

    /// The hash of the commit; a constant where there is no history.
    private static String commit() {
        try {
            Process git = new ProcessBuilder("git", "rev-parse", "HEAD")
                    .directory(Path.of(System.getProperty("gradus.root")).toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            git.getOutputStream().close();
            String printed = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.waitFor() == 0 ? printed : "none";
        } catch (IOException e) {
            return "none";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "none";
        }
    }
}
