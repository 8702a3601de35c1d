package gradus.checks.own;

import static gradus.proctor.assertions.Expect.calling;

import gradus.lab.own.Program;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ProgramChecks {

    @Test
    @DisplayName("the answer is 42")
    void answers() {
        calling("Program.answer()", Program::answer).gives(42, "40 + 2");
    }
}
