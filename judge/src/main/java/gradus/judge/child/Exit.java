package gradus.judge.child;

/// How a child came to its end.
enum Exit {
    /// It goes on.
    NOT_YET,
    /// Somebody sent it the signal that nobody can refuse. A child cannot send it to itself.
    KILLED,
    /// In whatever other way.
    BY_ITSELF;

    private static final int KILL_SIGNAL = 128 + 9;

    static Exit of(Process process) {
        if (process.isAlive()) {
            return NOT_YET;
        }
        return process.exitValue() == KILL_SIGNAL ? KILLED : BY_ITSELF;
    }
}
