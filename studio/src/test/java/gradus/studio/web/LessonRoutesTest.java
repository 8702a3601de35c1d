package gradus.studio.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// A page's requests for answers, figures and parts.
class LessonRoutesTest extends StudioServerFixture {

    @Test
    void aRightAnswerIsExplained() throws Exception {
        var answer = testClient.post("/lessons/vectors/questions/which-film", "{\"answer\":\"1\"}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("\"right\":true").contains("Right.").contains("It points the same way");
        assertThat(desk.mastery()
                        .knowledgeOf("vectors")
                        .answers()
                        .get("which-film")
                        .right())
                .isTrue();
    }

    @Test
    void aWrongAnswerSaysSo() throws Exception {
        var answer = testClient.post("/lessons/vectors/questions/which-film", "{\"answer\":\"0\"}");
        assertThat(answer.body()).contains("\"right\":false").contains("Not quite.");
    }

    @Test
    void anUnknownQuestionIsRejectedInASentence() throws Exception {
        var answer = testClient.post("/lessons/vectors/questions/nope", "{\"answer\":\"0\"}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("There is no question");
    }

    @Test
    void invalidJsonIsRejectedInASentence() throws Exception {
        var answer = testClient.post("/lessons/vectors/questions/which-film", "answer=1");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("should be a JSON object", "it is no JSON; reload the page");
    }

    @Test
    void aFigureIsDrawnForItsControls() throws Exception {
        var answer = testClient.post("/lessons/vectors/figures/Angle", "{\"moved\":{\"tip.x\":\"1\",\"tip.y\":\"1\"}}");
        assertThat(answer.body()).contains("\"type\":\"Drawn\"").contains("a is (1.00, 1.00)");
    }

    @Test
    void aFigureThatCannotBeDrawnSaysWhy() throws Exception {
        var answer = testClient.post("/lessons/vectors/figures/Angle", "{\"moved\":{\"length\":\"5\"}}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("\"type\":\"NotDrawn\"").contains("Your Vector threw");
    }

    @Test
    void aPartThatIsNotBuiltCannotBeMine() throws Exception {
        var answer = testClient.post("/parts/gradus.ml.linalg.Vector", "{\"mine\":true}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("hasn't passed yet");
    }

    @Test
    void aBodyOfMoreThanAMegabyteIsRejectedInASentence() throws Exception {
        var answer =
                testClient.post("/lessons/vectors/check", "{\"sources\":{\"a\":\"" + "x".repeat(1_100_000) + "\"}}");
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.body()).contains("larger than 1 MB");
    }
}
