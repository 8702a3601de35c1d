package gradus.course;

import java.util.List;
import java.util.Optional;

/// A question in a lesson. Each anticipated wrong answer has feedback, and may name the misconception behind
/// it.
public sealed interface Question {

    /// Unique within the lesson.
    String id();

    /// The heading.
    String title();

    /// The question itself, rendered.
    String html();

    /// The line of its heading in its file, from 1.
    int line();

    /// Grades an answer, which must be in the format of the kind of question.
    Grade grade(String answer);

    /// The same question with other numbers, if it has any to draw; the same seed always gives the same.
    default Question variant(long seed) {
        return this;
    }

    /// The grade of an answer: right or wrong, the feedback, and the misconception that a wrong answer shows.
    record Grade(boolean right, String html, Optional<String> misconception) {}

    /// An anticipated answer, right or wrong.
    ///
    /// @param text the answer as chosen or typed
    /// @param html `text`, rendered
    /// @param feedback the feedback, rendered
    /// @param misconception the id of the misconception it shows; only for wrong answers
    record Answer(String text, String html, boolean right, String feedback, Optional<String> misconception) {}

    /// Multiple choice with one right answer. `grade` takes the index of the answer, from 0.
    record MultipleChoice(String id, String title, String html, List<Answer> answers, int line) implements Question {
        public MultipleChoice {
            answers = List.copyOf(answers);
        }

        @Override
        public Grade grade(String answer) {
            return AnswerGrader.multipleChoice(this, answer);
        }
    }

    /// The answer is a number. `grade` takes the number as typed.
    ///
    /// @param variants the same question with other drawn numbers; empty if none are drawn
    record Numeric(
            String id,
            String title,
            String html,
            double tolerance,
            List<Answer> answers,
            String defaultFeedback,
            int line,
            List<Numeric> variants)
            implements Question {
        public Numeric {
            answers = List.copyOf(answers);
            variants = List.copyOf(variants);
        }

        /// A question without drawn numbers.
        public Numeric(
                String id,
                String title,
                String html,
                double tolerance,
                List<Answer> answers,
                String defaultFeedback,
                int line) {
            this(id, title, html, tolerance, answers, defaultFeedback, line, List.of());
        }

        /// The same question, which is the first of these variants.
        public Numeric withVariants(List<Numeric> others) {
            return new Numeric(id, title, html, tolerance, answers, defaultFeedback, line, others);
        }

        @Override
        public Numeric variant(long seed) {
            int chosen = (int) Math.floorMod(seed, variants.size() + 1L);
            return chosen == 0 ? this : variants.get(chosen - 1);
        }

        @Override
        public Grade grade(String answer) {
            return AnswerGrader.numeric(this, answer);
        }
    }

    /// Fill in the blank with code or a word; whitespace doesn't count. `grade` takes the text as typed.
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

    /// Parsons problem: put lines of code into order and leave out the distractors.
    ///
    /// `grade` takes the indices of the chosen lines in [#shuffledLines], from 0, separated by commas.
    ///
    /// @param solution the lines of the solution, in order
    /// @param distractors lines that don't belong to the solution, each with feedback
    /// @param shuffledLines the lines of the solution and the distractors, shuffled, always in the same order
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
