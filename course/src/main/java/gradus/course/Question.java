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
    Mark mark(String answer);

    /// Said of an answer: right or wrong, why, and what a wrong one shows.
    record Mark(boolean right, String html, Optional<String> misconception) {}

    /// An answer that we foresee, right or wrong.
    ///
    /// @param text what is chosen or typed
    /// @param html `text`, rendered
    /// @param why the feedback, rendered
    /// @param misconception the id of the belief it shows; only on wrong answers
    record Answer(String text, String html, boolean right, String why, Optional<String> misconception) {}

    /// Pick one. `mark` takes the index of the answer, from 0.
    record Choice(String id, String title, String html, List<Answer> answers, int line) implements Question {
        public Choice {
            answers = List.copyOf(answers);
        }

        @Override
        public Mark mark(String answer) {
            return Marking.choice(this, answer);
        }
    }

    /// Work out a number. `mark` takes the number as typed.
    record Number(
            String id, String title, String html, double tolerance, List<Answer> answers, String otherwise, int line)
            implements Question {
        public Number {
            answers = List.copyOf(answers);
        }

        @Override
        public Mark mark(String answer) {
            return Marking.number(this, answer);
        }
    }

    /// Fill a hole with code or a word; blanks do not count. `mark` takes the text as typed.
    record Phrase(String id, String title, String html, List<Answer> answers, String otherwise, int line)
            implements Question {
        public Phrase {
            answers = List.copyOf(answers);
        }

        @Override
        public Mark mark(String answer) {
            return Marking.phrase(this, answer);
        }
    }

    /// Put lines of code into order and leave the distractors out (a Parsons problem).
    ///
    /// `mark` takes the numbers of the chosen lines in [#offered], from 0, with commas between them.
    ///
    /// @param lines the lines of the solution, in order
    /// @param distractors lines that do not belong, each with its reason
    /// @param offered solution lines and distractors mixed, always in the same order
    record Order(
            String id,
            String title,
            String html,
            List<String> lines,
            List<Answer> distractors,
            List<String> offered,
            String why,
            int line)
            implements Question {
        public Order {
            lines = List.copyOf(lines);
            distractors = List.copyOf(distractors);
            offered = List.copyOf(offered);
        }

        @Override
        public Mark mark(String answer) {
            return Marking.order(this, answer);
        }
    }
}
