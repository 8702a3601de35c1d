package gradus.judge;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// What an answer does when it is run.
public sealed interface AnswerBehaviour {

    /// It ran to the end of each case.
    ///
    /// @param results what each case gave, in order
    record Ran(List<CaseResult> results) implements AnswerBehaviour {
        public Ran {
            results = List.copyOf(results);
        }

        /// The index of the first case on which `other` gives something else; empty if both do the same.
        public OptionalInt firstDifference(Ran other) {
            return IntStream.range(0, Math.max(results.size(), other.results.size()))
                    .filter(i -> i >= results.size()
                            || i >= other.results.size()
                            || !results.get(i).isLike(other.results.get(i)))
                    .findFirst();
        }
    }

    /// It isn't what the hole wants.
    ///
    /// @param reason a sentence
    record Refused(String reason) implements AnswerBehaviour {}

    /// @param message the compiler's message
    /// @param explanation of the message; empty if we have none
    record DidNotCompile(String message, String explanation) implements AnswerBehaviour {}

    /// It ended within a case, or never.
    ///
    /// @param finished the number of cases that had ended before
    /// @param how what happened, as a clause
    record Stopped(int finished, String how) implements AnswerBehaviour {}

    /// It couldn't be run, through no fault of its own.
    ///
    /// @param reason as a clause
    record NotRun(String reason) implements AnswerBehaviour {}

    /// What a case gave.
    sealed interface CaseResult {

        /// A value, as text.
        record Gave(String value) implements CaseResult {}

        /// An exception, with its message.
        record Threw(String exception) implements CaseResult {}

        /// Whether both are the same: values whose texts are the same, with numbers compared to nine significant
        /// digits; or exceptions of one type.
        default boolean isLike(CaseResult other) {
            return switch (this) {
                case Gave gave -> other instanceof Gave that && ValueTexts.same(gave.value, that.value);
                case Threw threw ->
                    other instanceof Threw that && type(threw.exception).equals(type(that.exception));
            };
        }

        private static String type(String exception) {
            return exception.replaceAll(":.*$", "");
        }
    }
}
