package gradus.studio;

import gradus.judge.JudgePaths;
import gradus.judge.local.LocalJudge;
import org.jspecify.annotations.Nullable;

/// The judge of the installation that a terminal used last, kept for its next command: starting a judge's
/// compile process costs more than most of a test.
final class LastJudge {

    private static @Nullable JudgePaths paths;
    private static @Nullable LocalJudge judge;

    private LastJudge() {}

    /// A judge of an installation; closing it changes nothing for others.
    ///
    /// @param wanted other paths than those before if anything has changed that a judge keeps
    static synchronized LocalJudge of(JudgePaths wanted) {
        if (judge == null || !wanted.equals(paths)) {
            if (judge == null) {
                Runtime.getRuntime().addShutdownHook(new Thread(LastJudge::close));
            }
            close();
            judge = LocalJudge.oneShot(wanted);
            paths = wanted;
        }
        return judge.sharing();
    }

    private static synchronized void close() {
        if (judge != null) {
            judge.close();
        }
    }
}
