package gradus.judge.process;

/// How a child process ended.
enum ProcessExit {
    /// It's still running.
    STILL_RUNNING,
    /// It got SIGKILL, which a child can't send to itself.
    KILLED,
    /// It ended in any other way.
    EXITED;

    private static final int KILL_SIGNAL = 128 + 9;

    static ProcessExit of(Process process) {
        if (process.isAlive()) {
            return STILL_RUNNING;
        }
        return process.exitValue() == KILL_SIGNAL ? KILLED : EXITED;
    }
}
