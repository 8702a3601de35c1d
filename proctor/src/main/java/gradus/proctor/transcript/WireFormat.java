package gradus.proctor.transcript;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Length-prefixed strings, byte arrays, lists and maps on a stream. An implausible length is rejected before
/// anything is allocated for it.
public final class WireFormat {

    private static final int MAX_ITEMS = 100_000;
    private static final int MAX_BYTES = 16 << 20;

    private WireFormat() {}

    public interface ElementWriter<T> {
        void write(DataOutputStream out, T value) throws IOException;
    }

    public interface ElementReader<T> {
        T read(DataInputStream in) throws IOException;
    }

    public static void bytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    public static byte[] bytes(DataInputStream in) throws IOException {
        byte[] bytes = new byte[requireAtMost(in.readInt(), Math.min(MAX_BYTES, in.available()))];
        in.readFully(bytes);
        return bytes;
    }

    public static void text(DataOutputStream out, String text) throws IOException {
        bytes(out, text.getBytes(StandardCharsets.UTF_8));
    }

    public static String text(DataInputStream in) throws IOException {
        return new String(bytes(in), StandardCharsets.UTF_8);
    }

    public static <T> void list(DataOutputStream out, List<T> items, ElementWriter<T> writer) throws IOException {
        out.writeInt(items.size());
        for (T item : items) {
            writer.write(out, item);
        }
    }

    public static <T> List<T> list(DataInputStream in, ElementReader<T> reader) throws IOException {
        int size = requireAtMost(in.readInt(), MAX_ITEMS);
        var items = new ArrayList<T>();
        for (int i = 0; i < size; i++) {
            items.add(reader.read(in));
        }
        return items;
    }

    public static <T> void map(DataOutputStream out, Map<String, T> entries, ElementWriter<T> writer)
            throws IOException {
        out.writeInt(entries.size());
        for (Map.Entry<String, T> entry : entries.entrySet()) {
            text(out, entry.getKey());
            writer.write(out, entry.getValue());
        }
    }

    public static <T> Map<String, T> map(DataInputStream in, ElementReader<T> reader) throws IOException {
        int size = requireAtMost(in.readInt(), MAX_ITEMS);
        var entries = new LinkedHashMap<String, T>();
        for (int i = 0; i < size; i++) {
            entries.put(text(in), reader.read(in));
        }
        return entries;
    }

    /// Writes a message with its length prefix, in one call of `write`.
    public static void send(OutputStream to, byte[] message) throws IOException {
        var framed = new ByteArrayOutputStream(message.length + 4);
        bytes(new DataOutputStream(framed), message);
        to.write(framed.toByteArray());
        to.flush();
    }

    /// The next message that [#send] wrote.
    ///
    /// @throws EOFException if there is none, or it is incomplete
    public static DataInputStream receive(InputStream from, int maxLength) throws IOException {
        int length = requireAtMost(new DataInputStream(from).readInt(), maxLength);
        byte[] message = from.readNBytes(length);
        if (message.length < length) {
            throw new EOFException("the message is incomplete");
        }
        return new DataInputStream(new ByteArrayInputStream(message));
    }

    static int requireAtMost(int length, int maxLength) throws IOException {
        if (length < 0 || length > maxLength) {
            throw new IOException("a length of " + length + " in a message, expected at most " + maxLength);
        }
        return length;
    }
}
