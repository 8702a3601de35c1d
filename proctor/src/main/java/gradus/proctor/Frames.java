package gradus.proctor;

import gradus.proctor.transcript.Event.Frame;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The calls in the learner's and the library's own code that led to an exception.
final class Frames {

    /// Above the first of a round there may be calls that belong to no round.
    private static final int MOST_ABOVE = 8;

    private static final int LONGEST_ROUND = 64;

    private Frames() {}

    /// Innermost first.
    static List<Frame> of(Throwable thrown) {
        return Arrays.stream(thrown.getStackTrace())
                .filter(Frames::isOwn)
                .map(frame -> new Frame(
                        frame.getClassName(),
                        frame.getMethodName(),
                        frame.getFileName() == null ? "" : frame.getFileName(),
                        frame.getLineNumber()))
                .toList();
    }

    static boolean isOwn(StackTraceElement frame) {
        return frame.getClassName().startsWith("gradus.ml.")
                || frame.getClassName().startsWith("gradus.lab.");
    }

    /// The shortest round of calls that repeats itself in a stack that overflowed; all of `frames` if none does.
    static List<Frame> round(List<Frame> frames) {
        for (int above = 0; above <= MOST_ABOVE; above++) {
            List<Frame> stack = frames.subList(Math.min(above, frames.size()), frames.size());
            for (int length = 1; length <= Math.min(LONGEST_ROUND, stack.size() / 3); length++) {
                int period = length;
                if (IntStream.range(0, 2 * length).allMatch(i -> isSame(stack.get(i), stack.get(i + period)))) {
                    return stack.subList(0, length);
                }
            }
        }
        return frames;
    }

    /// A method may call itself from several lines.
    private static boolean isSame(Frame one, Frame other) {
        return one.className().equals(other.className()) && one.method().equals(other.method());
    }
}
