package gradus.studio.command;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// What the studio sends back, in frames: both outputs as they come, then the exit code.
final class Reply {

    /// The kinds of frames, by their first byte.
    static final int OUTPUT = 'o';

    static final int ERROR = 'e';
    static final int EXIT = 'x';

    /// The command must be performed by the terminal itself.
    static final int REFUSED = 'r';

    private final DataOutputStream output;

    Reply(OutputStream output) {
        this.output = new DataOutputStream(output);
    }

    /// A stream whose bytes go to one of the terminal's outputs.
    OutputStream frames(int kind) {
        return new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                write(new byte[] {(byte) value}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                synchronized (output) {
                    output.writeByte(kind);
                    output.writeInt(length);
                    output.write(bytes, offset, length);
                    output.flush();
                }
            }
        };
    }

    void exit(int code) throws IOException {
        end(EXIT, code);
    }

    void refuse() throws IOException {
        end(REFUSED, 0);
    }

    private void end(int kind, int code) throws IOException {
        synchronized (output) {
            output.writeByte(kind);
            output.writeInt(code);
            output.flush();
        }
    }

    /// Writes the next frame to `stream`.
    static void copy(DataInputStream input, OutputStream stream) throws IOException {
        int length = input.readInt();
        stream.write(input.readNBytes(length));
        stream.flush();
    }
}
