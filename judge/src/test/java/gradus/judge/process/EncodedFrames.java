package gradus.judge.process;

import gradus.proctor.transcript.FrameWriter;
import gradus.proctor.transcript.Token;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/// Messages as a child sends them, as separate frames.
public final class EncodedFrames {

    private EncodedFrames() {}

    public static List<byte[]> of(Token token, List<byte[]> messages) {
        var frames = new ArrayList<byte[]>();
        var writer = new FrameWriter(
                new ByteArrayOutputStream() {
                    @Override
                    public void write(byte[] frame) {
                        frames.add(frame);
                    }
                },
                token);
        try {
            for (byte[] message : messages) {
                writer.write(message);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return frames;
    }
}
