package gradus.judge.support;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A cache on disk: named bytes under the hash of their inputs. An entry that is damaged or can't be read
/// counts as missing; one that can't be written is computed again next time.
public final class DiskCache {

    private final Path folder;

    public DiskCache(Path folder) {
        this.folder = folder;
    }

    public Optional<Map<String, byte[]>> get(String key) {
        try {
            byte[] bytes = Files.readAllBytes(folder.resolve(key));
            try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
                String hash = in.readUTF();
                byte[] content = in.readAllBytes();
                return new ContentHash().add(content).hex().equals(hash)
                        ? Optional.of(unpack(content))
                        : Optional.empty();
            }
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    public void put(String key, Map<String, byte[]> entries) {
        try {
            byte[] content = pack(entries);
            var bytes = new ByteArrayOutputStream();
            var out = new DataOutputStream(bytes);
            out.writeUTF(new ContentHash().add(content).hex());
            out.write(content);
            Files.createDirectories(folder);
            Path fresh = Files.createTempFile(folder, "fresh", ".tmp");
            Files.write(fresh, bytes.toByteArray());
            Files.move(fresh, folder.resolve(key), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            // Without a cache, everything still works, only slower.
        }
    }

    private static byte[] pack(Map<String, byte[]> entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeInt(entries.size());
        for (var entry : entries.entrySet()) {
            out.writeUTF(entry.getKey());
            out.writeInt(entry.getValue().length);
            out.write(entry.getValue());
        }
        return bytes.toByteArray();
    }

    private static Map<String, byte[]> unpack(byte[] content) throws IOException {
        var in = new DataInputStream(new ByteArrayInputStream(content));
        int size = in.readInt();
        var entries = new LinkedHashMap<String, byte[]>();
        for (int i = 0; i < size; i++) {
            String name = in.readUTF();
            entries.put(name, in.readNBytes(in.readInt()));
        }
        return entries;
    }
}
