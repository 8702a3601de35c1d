package gradus.judge;

import gradus.course.CaseProgram;
import gradus.course.Coding;
import java.util.Optional;

/// Runs answers to questions: puts each into its program, and runs that on its cases, confined as any snippet is.
public interface AnswerRunner {

    /// Runs an answer that somebody gave.
    ///
    /// @param lab the lab of the question's lesson, whose own sources the program may use
    AnswerBehaviour run(CaseProgram program, String answer, Optional<Coding> lab);

    /// What a known answer of the course does; it is run once, and the result is kept.
    AnswerBehaviour runKnown(CaseProgram program, String answer, Optional<Coding> lab);
}
