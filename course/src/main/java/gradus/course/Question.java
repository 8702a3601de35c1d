package gradus.course;

import java.util.List;
import java.util.Optional;

/// A question inside a lesson. Each wrong answer that we expect says which misconception it shows.
public sealed interface Question {

    /// Unique within the lesson.
    String id();

    /// The heading.
    String title();

    /// The question itself, rendered.
    String html();

    /// Where its heading stands in its file, from 1.
    int line();

    /// What the learner handed in, in the form that the kind of question asks for, judged.
    Grade grade(String answer);

    /// Said of an answer: right or wrong, why, and what a wrong one shows.
    record Grade(boolean right, String html, Optional<String> misconception) {}

    /// An answer that we foresee, right or wrong.
    ///
    /// @param text what is chosen or typed
    /// @param html `text`, rendered
    /// @param feedback the feedback, rendered
    /// @param misconception the id of the belief it shows; only on wrong answers
    record Answer(String text, String html, boolean right, String feedback, Optional<String> misconception) {}

    /// Pick one. `mark` takes the index of the answer, from 0.
    record MultipleChoice(String id, String title, String html, List<Answer> answers, int line) implements Question {
        public MultipleChoice {
            answers = List.copyOf(answers);
        }

        @Override
        public Grade grade(String answer) {
            return AnswerGrader.multipleChoice(this, answer);
        }
    }

    /// Work out a number. `mark` takes the number as typed.
    record Numeric(
            String id,
            String title,
            String html,
            double tolerance,
            List<Answer> answers,
            String defaultFeedback,
            int line)
            implements Question {
        public Numeric {
            answers = List.copyOf(answers);
        }

        @Override
        public Grade grade(String answer) {
            return AnswerGrader.numeric(this, answer);
        }
    }

    /// Fill a hole with code or a word; blanks do not count. `mark` takes the text as typed.
    record ShortAnswer(String id, String title, String html, List<Answer> answers, String defaultFeedback, int line)
            implements Question {
        public ShortAnswer {
            answers = List.copyOf(answers);
        }

        @Override
        public Grade grade(String answer) {
            return AnswerGrader.shortAnswer(this, answer);
        }
    }

    /// Put lines of code into order and leave the distractors out (a Parsons problem).
    ///
    /// `mark` takes the numbers of the chosen lines in [#shuffledLines], from 0, with commas between them.
    ///
    /// @param solution the lines of the solution, in order
    /// @param distractors lines that do not belong, each with its reason
    /// @param shuffledLines solution lines and distractors mixed, always in the same order
    record Ordering(
            String id,
            String title,
            String html,
            List<String> solution,
            List<Answer> distractors,
            List<String> shuffledLines,
            String defaultFeedback,
            int line)
            implements Question {
        public Ordering {
            solution = List.copyOf(solution);
            distractors = List.copyOf(distractors);
            shuffledLines = List.copyOf(shuffledLines);
        }

        @Override
        public Grade grade(String answer) {
            return AnswerGrader.ordering(this, answer);
        }
    }
}
