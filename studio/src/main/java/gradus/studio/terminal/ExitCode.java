package gradus.studio.terminal;

/// The exit codes.
final class ExitCode {

    /// Done, or passed.
    static final int SUCCESS = 0;

    /// Not passed yet, or faults were found.
    static final int NOT_YET = 1;

    /// The command line is invalid, or names something that doesn't exist.
    static final int USAGE_ERROR = 2;

    /// The judge or the machine failed.
    static final int SYSTEM_ERROR = 3;

    private ExitCode() {}
}
