package gradus.proctor.worker;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.proctor.transcript.Event;
import gradus.proctor.transcript.EventCodec;
import gradus.proctor.transcript.FrameReader;
import gradus.proctor.transcript.Token;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutputCaptureTest {

    private final Token token = Token.fresh();
    private final ByteArrayOutputStream pipe = new ByteArrayOutputStream();
    private final OutputCapture outputCapture = new OutputCapture(new EventChannel(pipe, token));
    private final PrintStream out = new PrintStream(outputCapture, true, StandardCharsets.UTF_8);

    @Test
    void aLineIsSentWhenItIsComplete() throws IOException {
        out.print("half");
        assertThat(printed()).isEmpty();

        out.println(" and half");
        assertThat(printed()).containsExactly("half and half" + System.lineSeparator());
    }

    @Test
    void anIncompleteLineIsSentInTheEnd() throws IOException {
        out.print("no end");
        outputCapture.flushPending();

        assertThat(printed()).containsExactly("no end");
    }

    @Test
    void aLongTextIsSplitBetweenCharacters() throws IOException {
        String text = "x" + "ß".repeat(20_000);
        out.println(text);

        assertThat(printed()).hasSizeGreaterThan(1);
        assertThat(String.join("", printed())).isEqualTo(text + System.lineSeparator());
    }

    @Test
    void outputBeyondTheLimitIsReplacedByANote() throws IOException {
        for (int i = 0; i < 3 * OutputCapture.MAX_BYTES; i++) {
            out.print('x');
        }
        outputCapture.flushPending();

        String all = String.join("", printed());
        assertThat(all).startsWith("xxx").endsWith("… (output truncated: only the first 64 KB are shown)\n");
        assertThat(all.chars().filter(c -> c == 'x')).hasSize(OutputCapture.MAX_BYTES);
    }

    private List<String> printed() throws IOException {
        var reader = new FrameReader(new ByteArrayInputStream(pipe.toByteArray()), token);
        var texts = new ArrayList<String>();
        for (byte[] message = reader.next(); message != null; message = reader.next()) {
            texts.add(((Event.Printed) EventCodec.decode(message)).text());
        }
        return texts;
    }
}
