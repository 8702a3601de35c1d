package gradus.proctor.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.ml.toy.LearnersContender;
import gradus.proctor.arena.Arena;
import gradus.proctor.arena.Scores;
import gradus.proctor.failure.CheckFault;
import gradus.proctor.transcript.Event;
import gradus.proctor.transcript.EventCodec;
import gradus.proctor.transcript.FrameReader;
import gradus.proctor.transcript.Job.RunContender;
import gradus.proctor.transcript.Token;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A contender of an arena may be the learner's: what it throws is told, and only what the lab does wrong is its fault.
class ArenaRunnerTest {

    static final class Duel implements Arena {

        @Override
        public Scores probe(String contender, int fold) {
            return switch (contender) {
                case "casts" -> LearnersContender.casts();
                case "faults" -> LearnersContender.makesAFault();
                case "overflows" -> probe(contender, fold + 1);
                case "unknown" -> throw new CheckFault("there is no contender unknown");
                default -> new Scores(new double[] {fold, 0.5}, 10, 20);
            };
        }

        @Override
        public Scores hidden(String contender) {
            return new Scores(new double[] {7}, 1, 2);
        }
    }

    private final Token token = Token.fresh();
    private final ByteArrayOutputStream pipe = new ByteArrayOutputStream();

    @Test
    void theScoresOfAFoldAndOfTheHiddenTestAreSent() throws Exception {
        assertThat(run(Duel.class, "steady", OptionalInt.of(3))).isEqualTo(new Event.Scored(List.of(3.0, 0.5), 10, 20));
        assertThat(run(Duel.class, "steady", OptionalInt.empty())).isEqualTo(new Event.Scored(List.of(7.0), 1, 2));
    }

    @ParameterizedTest
    @CsvSource({"casts, ClassCastException", "faults, CheckFault", "overflows, StackOverflowError"})
    void whatAContenderThrowsIsAFailureOfTheContender(String contender, String type) throws Exception {
        assertThat(run(Duel.class, contender, OptionalInt.of(0)))
                .isInstanceOfSatisfying(
                        Event.Failed.class,
                        failed -> assertThat(failed.finding().toString()).contains(type));
    }

    @Test
    void whatTheLabDoesWrongIsItsFault() {
        assertThatThrownBy(() -> run(Duel.class, "unknown", OptionalInt.of(0)))
                .isInstanceOf(CheckFault.class)
                .hasMessage("there is no contender unknown");
        assertThatThrownBy(() -> run(Object.class, "any", OptionalInt.of(0)))
                .isInstanceOf(CheckFault.class)
                .hasMessage("java.lang.Object must implement gradus.proctor.arena.Arena");
    }

    private Event run(Class<?> arena, String contender, OptionalInt fold) throws Exception {
        pipe.reset();
        var channel = new EventChannel(pipe, token);
        new ArenaRunner(new LayerClassLoader(Map.of(), Map.of()), channel, new OutputCapture(channel))
                .run(new RunContender(arena.getName(), contender, fold));
        var events = new ArrayList<Event>();
        var reader = new FrameReader(new ByteArrayInputStream(pipe.toByteArray()), token);
        for (byte[] frame = reader.next(); frame != null; frame = reader.next()) {
            events.add(EventCodec.decode(frame));
        }
        return events.getLast();
    }
}
