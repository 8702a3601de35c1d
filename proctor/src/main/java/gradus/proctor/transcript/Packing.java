package gradus.proctor.transcript;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Texts, bytes, lists and maps on a stream, each with its length before it. A length that cannot be true is
/// refused before anything is allocated for it.
final class Packing {

    private static final int MOST_ITEMS = 100_000;
    private static final int MOST_BYTES = 16 << 20;

    private Packing() {}

    interface Writer<T> {
        void write(DataOutputStream out, T value) throws IOException;
    }

    interface Reader<T> {
        T read(DataInputStream in) throws IOException;
    }

    static void bytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static byte[] bytes(DataInputStream in) throws IOException {
        byte[] bytes = new byte[bounded(in.readInt(), Math.min(MOST_BYTES, in.available()))];
        in.readFully(bytes);
        return bytes;
    }

    static void text(DataOutputStream out, String text) throws IOException {
        bytes(out, text.getBytes(StandardCharsets.UTF_8));
    }

    static String text(DataInputStream in) throws IOException {
        return new String(bytes(in), StandardCharsets.UTF_8);
    }

    static <T> void list(DataOutputStream out, List<T> items, Writer<T> writer) throws IOException {
        out.writeInt(items.size());
        for (T item : items) {
            writer.write(out, item);
        }
    }

    static <T> List<T> list(DataInputStream in, Reader<T> reader) throws IOException {
        int size = bounded(in.readInt(), MOST_ITEMS);
        var items = new ArrayList<T>();
        for (int i = 0; i < size; i++) {
            items.add(reader.read(in));
        }
        return items;
    }

    static <T> void map(DataOutputStream out, Map<String, T> entries, Writer<T> writer) throws IOException {
        out.writeInt(entries.size());
        for (Map.Entry<String, T> entry : entries.entrySet()) {
            text(out, entry.getKey());
            writer.write(out, entry.getValue());
        }
    }

    static <T> Map<String, T> map(DataInputStream in, Reader<T> reader) throws IOException {
        int size = bounded(in.readInt(), MOST_ITEMS);
        var entries = new LinkedHashMap<String, T>();
        for (int i = 0; i < size; i++) {
            entries.put(text(in), reader.read(in));
        }
        return entries;
    }

    static int bounded(int length, int most) throws IOException {
        if (length < 0 || length > most) {
            throw new IOException("a length of " + length + " in a message, where at most " + most + " can be");
        }
        return length;
    }
}
