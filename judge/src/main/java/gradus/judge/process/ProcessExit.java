package gradus.judge.process;

/// How a child came to its end.
enum ProcessExit {
    /// It goes on.
    STILL_RUNNING,
    /// Somebody sent it the signal that nobody can refuse. A child cannot send it to itself.
    KILLED,
    /// In whatever other way.
    EXITED;

    private static final int KILL_SIGNAL = 128 + 9;

    static ProcessExit of(Process process) {
        if (process.isAlive()) {
            return STILL_RUNNING;
        }
        return process.exitValue() == KILL_SIGNAL ? KILLED : EXITED;
    }
}
