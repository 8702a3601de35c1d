package gradus.studio.terminal;

/// What the exit code says.
final class Exit {

    /// Done, or passed.
    static final int DONE = 0;

    /// Not passed yet, or faults were found.
    static final int NOT_YET = 1;

    /// What was asked for makes no sense.
    static final int MISUSE = 2;

    /// The judge or the machine failed.
    static final int FAULT = 3;

    private Exit() {}
}
