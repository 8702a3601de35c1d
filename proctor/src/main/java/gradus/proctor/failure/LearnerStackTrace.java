package gradus.proctor.failure;

import gradus.proctor.transcript.Event.StackFrame;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The stack frames of an exception that are in the learner's or the library's code.
final class LearnerStackTrace {

    /// Calls that aren't part of the recursion may be above the first frame of a cycle.
    private static final int MAX_FRAMES_ABOVE_CYCLE = 8;

    private static final int MAX_CYCLE_LENGTH = 64;

    private LearnerStackTrace() {}

    /// The frames of `thrown`, innermost first.
    static List<StackFrame> of(Throwable thrown) {
        return Arrays.stream(thrown.getStackTrace())
                .filter(LearnerStackTrace::isLearnerOrLibrary)
                .map(frame -> new StackFrame(
                        frame.getClassName(),
                        frame.getMethodName(),
                        frame.getFileName() == null ? "" : frame.getFileName(),
                        frame.getLineNumber()))
                .toList();
    }

    static boolean isLearnerOrLibrary(StackTraceElement frame) {
        return frame.getClassName().startsWith("gradus.ml.")
                || frame.getClassName().startsWith("gradus.lab.");
    }

    /// The shortest cycle of calls that repeats at the top of an overflowed stack; all of `frames` if none
    /// does.
    static List<StackFrame> recursionCycle(List<StackFrame> frames) {
        for (int above = 0; above <= MAX_FRAMES_ABOVE_CYCLE; above++) {
            List<StackFrame> stack = frames.subList(Math.min(above, frames.size()), frames.size());
            for (int length = 1; length <= Math.min(MAX_CYCLE_LENGTH, stack.size() / 3); length++) {
                int period = length;
                if (IntStream.range(0, 2 * length).allMatch(i -> isSameMethod(stack.get(i), stack.get(i + period)))) {
                    return stack.subList(0, length);
                }
            }
        }
        return frames;
    }

    /// Ignores the line number, because a method may call itself from several lines.
    private static boolean isSameMethod(StackFrame one, StackFrame other) {
        return one.className().equals(other.className()) && one.method().equals(other.method());
    }
}
