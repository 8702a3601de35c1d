package gradus.ml.nn;

import gradus.ml.persistence.AtomicFile;
import gradus.ml.tensor.Shape;
import gradus.ml.tensor.Tensor;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UTFDataFormatException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/// File format of a checkpoint: magic number, version, counters, tensors, and a CRC-32 checksum of all of it.
/// Numbers are big-endian.
final class CheckpointFile {

    private static final int MAGIC = 0x47524144;
    private static final int VERSION = 1;
    private static final int CHUNK = 1 << 14;

    private CheckpointFile() {}

    static void write(Checkpoint checkpoint, Path file) throws IOException {
        AtomicFile.writeChecksummed(file, out -> writeTo(out, checkpoint));
    }

    private static void writeTo(DataOutputStream out, Checkpoint checkpoint) throws IOException {
        out.writeInt(MAGIC);
        out.writeInt(VERSION);
        out.writeInt(checkpoint.counters().size());
        for (var counter : checkpoint.counters().entrySet()) {
            out.writeUTF(counter.getKey());
            out.writeLong(counter.getValue());
        }
        out.writeInt(checkpoint.tensors().size());
        for (var tensor : checkpoint.tensors().entrySet()) {
            out.writeUTF(tensor.getKey());
            int[] sizes = tensor.getValue().shape().sizes();
            out.writeInt(sizes.length);
            for (int size : sizes) {
                out.writeInt(size);
            }
            float[] values = tensor.getValue().toArray();
            ByteBuffer bytes = ByteBuffer.allocate(4 * Math.min(CHUNK, values.length));
            for (int i = 0; i < values.length; i += CHUNK) {
                int n = Math.min(CHUNK, values.length - i);
                bytes.clear().asFloatBuffer().put(values, i, n);
                out.write(bytes.array(), 0, 4 * n);
            }
        }
    }

    static Checkpoint read(Path file) throws IOException {
        try (var stream = Files.newInputStream(file)) {
            var checked = new CheckedInputStream(new BufferedInputStream(stream, 4 * CHUNK), new CRC32());
            var in = new DataInputStream(checked);
            if (in.readInt() != MAGIC) {
                throw new IOException(file + " is not a checkpoint; use a file written by Checkpoint.save");
            }
            int version = in.readInt();
            if (version != VERSION) {
                throw new IOException(file + " is a checkpoint of version " + version
                        + ", but this library reads version " + VERSION);
            }
            Checkpoint read = readFrom(in, Files.size(file));
            long sum = checked.getChecksum().getValue();
            if (in.readLong() != sum || in.read() >= 0) {
                throw damaged(file);
            }
            return read;
        } catch (EOFException | UTFDataFormatException | IllegalArgumentException e) {
            throw new IOException(damaged(file).getMessage(), e);
        }
    }

    private static IOException damaged(Path file) {
        return new IOException(file + " is truncated or corrupt, so nothing was loaded; use an older checkpoint");
    }

    private static Checkpoint readFrom(DataInputStream in, long size) throws IOException {
        var counters = new LinkedHashMap<String, Long>();
        for (int i = in.readInt(); i > 0; i--) {
            counters.put(in.readUTF(), in.readLong());
        }
        var tensors = new LinkedHashMap<String, Tensor>();
        for (int i = in.readInt(); i > 0; i--) {
            String name = in.readUTF();
            int rank = in.readInt();
            if (rank < 0 || rank > 16) {
                throw new IllegalArgumentException("a tensor must have 0 to 16 axes, got " + rank);
            }
            int[] sizes = new int[rank];
            for (int axis = 0; axis < rank; axis++) {
                sizes[axis] = in.readInt();
            }
            Shape shape = Shape.of(sizes);
            if (4L * shape.elementCount() > size) {
                throw new IllegalArgumentException("the file is too short for a tensor of shape " + shape);
            }
            tensors.put(name, Tensor.wrap(floats(in, shape.elementCount()), shape));
        }
        return new Checkpoint(tensors, counters);
    }

    private static float[] floats(DataInputStream in, int count) throws IOException {
        float[] values = new float[count];
        byte[] bytes = new byte[4 * Math.min(CHUNK, count)];
        for (int i = 0; i < count; i += CHUNK) {
            int n = Math.min(CHUNK, count - i);
            in.readFully(bytes, 0, 4 * n);
            ByteBuffer.wrap(bytes, 0, 4 * n).asFloatBuffer().get(values, i, n);
        }
        return values;
    }
}
