package gradus.proctor.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.proctor.transcript.Event.FailureKind;
import gradus.proctor.transcript.Event.Finding;
import gradus.proctor.transcript.Event.StackFrame;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventCodecTest {

    static Stream<Event> events() {
        var frames = List.of(new StackFrame("gradus.ml.linalg.Vector", "dot", "Vector.java", 42));
        return Stream.concat(
                Stream.of(FailureKind.values())
                        .map(failureKind -> new Event.Failed(
                                "A#b",
                                new Finding(
                                        failureKind,
                                        "v.dot(w)",
                                        "32.0",
                                        "∞",
                                        "because",
                                        List.of("nan", "zero"),
                                        frames),
                                7)),
                Stream.of(
                        new Event.Started("VectorChecks#dotByHand"),
                        new Event.Measured("accuracy on 45 irises", 0.978, Event.Bound.AT_LEAST, 0.9),
                        new Event.Progress(3, 20),
                        new Event.Environment("25.0.3", 256, 2),
                        new Event.Seeded(-7),
                        new Event.Ready(),
                        new Event.Scored(List.of(1.0, 0.0), 5, 7),
                        new Event.Point("validation loss", 3, Double.NaN),
                        new Event.Sample("after 100 steps", "It is a truth"),
                        new Event.Drawing("misread", "<svg/>", "twelve digits"),
                        new Event.Measured("perplexity", Double.NaN, Event.Bound.NONE, 0),
                        new Event.Passed("A#b", Long.MAX_VALUE),
                        new Event.Printed("größer als 64 KB? 🎲\n".repeat(5000)),
                        new Event.Drawn("<svg/>", "a picture", "[]"),
                        new Event.Finished(1, 2, 3, Map.of("gradus.ml.linalg.Vector", 7)),
                        new Event.ProctorFault("")));
    }

    @ParameterizedTest
    @MethodSource("events")
    void anEventSurvivesEncodingAndDecoding(Event event) throws IOException {
        assertThat(EventCodec.decode(EventCodec.encode(event))).isEqualTo(event);
    }

    @Test
    void aTruncatedEventIsRejectedWhereverItIsCut() {
        byte[] bytes = EventCodec.encode(events().findFirst().orElseThrow());

        for (int length = 0; length < bytes.length; length++) {
            byte[] piece = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> EventCodec.decode(piece)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void bytesAfterAnEventAreRejected() {
        byte[] bytes = EventCodec.encode(new Event.Started("A#b"));

        assertThatThrownBy(() -> EventCodec.decode(Arrays.copyOf(bytes, bytes.length + 1)))
                .hasMessageContaining("1 bytes too many");
    }

    @Test
    void garbageIsRejectedWithoutAllocatingMuchMemory() {
        var random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            byte[] garbage = new byte[random.nextInt(60)];
            random.nextBytes(garbage);
            try {
                EventCodec.decode(garbage);
            } catch (IOException e) {
                assertThat(e).hasMessageNotContaining("OutOfMemory");
            }
        }
    }
}
