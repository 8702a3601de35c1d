package gradus.checks.score;

import static gradus.proctor.assertions.Expect.calling;

import gradus.ml.toy.Score;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ScoreChecks {

    @Test
    @DisplayName("3 stands one deviation above the mean of 1 and 3")
    void byHand() {
        calling("Score.standard({1, 3}, 3)", () -> Score.standard(new double[] {1, 3}, 3)).gives(1.0, "(3 - 2) / 1");
    }

    @Test
    @DisplayName("large values keep their digits")
    void largeValues() {
        calling("Score.standard({1e9, 1e9 + 2}, 1e9 + 2)", () -> Score.standard(new double[] {1e9, 1e9 + 2}, 1e9 + 2))
                .gives(1.0, "a shift changes nothing");
    }
}
