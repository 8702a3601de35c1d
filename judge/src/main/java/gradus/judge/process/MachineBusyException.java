package gradus.judge.process;

import gradus.judge.support.JudgeException;
import java.time.Duration;

/// Other programs had the processors while a child could have run, which says nothing about what it ran.
public final class MachineBusyException extends JudgeException {

    private static final long serialVersionUID = 1L;

    /// @param waited how long it could have run
    MachineBusyException(Duration waited) {
        super("the machine is too busy: other programs had its processors for most of " + waited.toSeconds()
                + " s; check again when they have finished");
    }
}
