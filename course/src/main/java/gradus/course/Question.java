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

    /// Assesses an answer, which must be in the format of the kind of question.
    Assessment assess(String answer);

    /// The same question with other numbers, if it has any to draw; the same seed always gives the same.
    default Question variant(long seed) {
        return this;
    }

    /// An anticipated answer, right or wrong.
    ///
    /// @param text the answer as chosen or typed
    /// @param html `text`, rendered
    /// @param feedback the feedback, rendered
    /// @param misconception the id of the misconception it shows; only for wrong answers
    record Answer(String text, String html, boolean right, String feedback, Optional<String> misconception) {}

    /// Multiple choice with one right answer. `assess` takes the index of the answer, from 0.
    record MultipleChoice(String id, String title, String html, List<Answer> answers, int line) implements Question {
        public MultipleChoice {
            answers = List.copyOf(answers);
        }

        @Override
        public Assessment assess(String answer) {
            return new Assessment.Graded(AnswerGrader.multipleChoice(this, answer));
        }
    }

    /// The answer is a number. `assess` takes the number as typed.
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
        public Assessment assess(String answer) {
            return new Assessment.Graded(AnswerGrader.numeric(this, answer));
        }
    }

    /// Fill in the blank with a word, or with code that is compared as text; whitespace doesn't count. `assess` takes
    /// the text as typed.
    record ShortAnswer(String id, String title, String html, List<Answer> answers, String defaultFeedback, int line)
            implements Question {
        public ShortAnswer {
            answers = List.copyOf(answers);
        }

        @Override
        public Assessment assess(String answer) {
            return new Assessment.Graded(AnswerGrader.shortAnswer(this, answer));
        }
    }

    /// Fill in the hole of a program. An answer is judged by what the program then gives. `assess` takes the code
    /// as typed.
    record Hole(
            String id,
            String title,
            String html,
            CaseProgram program,
            List<Answer> answers,
            String defaultFeedback,
            int line)
            implements Question {
        public Hole {
            answers = List.copyOf(answers);
        }

        @Override
        public Assessment assess(String answer) {
            return AnswerGrader.hole(this, answer);
        }
    }

    /// Parsons problem: put lines of code into order and leave out the distractors.
    ///
    /// `assess` takes the indices of the chosen lines in [#shuffledLines], from 0, separated by commas.
    ///
    /// @param solution the lines of the solution, in order
    /// @param distractors lines that don't belong to the solution, each with feedback
    /// @param shuffledLines the lines of the solution and the distractors, shuffled, always in the same order
    /// @param program runs other orders of the same lines; without it, only the order of `solution` is right
    record Ordering(
            String id,
            String title,
            String html,
            List<String> solution,
            List<Answer> distractors,
            List<String> shuffledLines,
            Optional<CaseProgram> program,
            String defaultFeedback,
            int line)
            implements Question {
        public Ordering {
            solution = List.copyOf(solution);
            distractors = List.copyOf(distractors);
            shuffledLines = List.copyOf(shuffledLines);
        }

        @Override
        public Assessment assess(String answer) {
            return OrderGrader.assess(this, answer);
        }
    }
}
