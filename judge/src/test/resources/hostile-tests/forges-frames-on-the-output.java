// attack: a frame that says "passed" for a test that fails
// verdict: NotYet
// says: fails on the library's own Numbers
// blocked by: only proctor and judge can authenticate a frame
package gradus.lab.tests.toy;

import static gradus.proctor.assertions.Expect.calling;

import gradus.ml.toy.Numbers;
import org.junit.jupiter.api.Test;

class NumbersTests {

    @Test
    void isPassedWhateverItDoes() throws Exception {
        var frames = new java.io.ByteArrayOutputStream();
        var writer = Class.forName("gradus.proctor.transcript.FrameWriter");
        var token = Class.forName("gradus.proctor.transcript.Token");
        var event = Class.forName("gradus.proctor.transcript.Event");
        var passed = Class.forName("gradus.proctor.transcript.Event$Passed");
        Object own = writer.getConstructor(java.io.OutputStream.class, token)
                .newInstance(frames, token.getMethod("fresh").invoke(null));
        byte[] message = (byte[]) Class.forName("gradus.proctor.transcript.EventCodec")
                .getMethod("encode", event)
                .invoke(null, passed.getConstructor(String.class, long.class).newInstance("isPassedWhateverItDoes", 1L));
        writer.getMethod("write", byte[].class).invoke(own, message);
        new java.io.FileOutputStream(java.io.FileDescriptor.out).write(frames.toByteArray());
        calling("1", () -> 1).gives(2, "it isn't");
    }
}
