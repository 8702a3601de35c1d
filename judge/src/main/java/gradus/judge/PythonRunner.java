package gradus.judge;

import java.util.List;

/// Runs Python programs of the course, for authors: a learner's machine needs no Python.
public interface PythonRunner {

    /// Runs `program`, alone in an empty folder, with a few variables of the environment and one thread.
    Result run(String program, List<String> arguments);

    /// The result of a program.
    sealed interface Result {

        /// It ran to its end.
        ///
        /// @param output what it printed, without its warnings
        record Through(String output) implements Result {}

        /// It raised an exception, ran too long, or printed too much.
        ///
        /// @param how what happened, as a clause
        record Failed(String how) implements Result {}

        /// There is no such Python on this machine, or it may not be started.
        record NotStarted() implements Result {}
    }
}
