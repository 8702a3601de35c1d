package gradus.ml.persistence;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UTFDataFormatException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;

/// A file with a fitted model (*model persistence*; scikit-learn uses `joblib` or `skops` for it).
///
/// A loaded model makes the same predictions, bit for bit, as the one that was saved. The file contains
/// numbers and names only: loading it runs no code from it, unlike Java serialisation or Python's pickle.
///
/// **Format.** All numbers are big-endian.
///
/// 1. The magic number `GRML` and the version of the format, 4 bytes each.
/// 2. The model, a record: its name, such as `Ridge.Model`, the number of its components, and for each its
///    name and its value. Names have their length in 2 bytes before them. A list, vector or matrix has its
///    sizes before its elements.
/// 3. The CRC-32 checksum of everything before, in 8 bytes.
public final class ModelFile {

    private static final int MAGIC = 0x47524D4C;
    private static final int VERSION = 1;
    private static final int HEADER_BYTES = 8;
    private static final int CHECKSUM_BYTES = 8;
    private static final int BUFFER_BYTES = 1 << 16;

    private ModelFile() {}

    /// Saves a model. An existing file is replaced only after all bytes have been written to disk, so a crash
    /// leaves it intact (where the file system can rename files atomically).
    ///
    /// @param model a fitted model of this library
    /// @throws IllegalArgumentException if it is not a model of this library; no file is written then
    /// @throws IOException if the file cannot be written
    public static void save(Record model, Path file) throws IOException {
        SavedTypes.requireKnown(model);
        AtomicFile.writeChecksummed(file, out -> {
            out.writeInt(MAGIC);
            out.writeInt(VERSION);
            new RecordWriter(out).write(model);
        });
    }

    /// Loads a model.
    ///
    /// @param type the type of the model, such as `Ridge.Model.class`, or an interface, such as
    ///     `Regressor.Fitted.class`
    /// @throws IOException if the file cannot be read, is not a saved model, has a newer format, is truncated
    ///     or corrupt, or holds another type of model; the message names the file
    public static <M> M load(Path file, Class<M> type) throws IOException {
        long size = Files.size(file);
        try {
            requireHeader(file, size);
            requireChecksum(file, size);
            try (InputStream stream = Files.newInputStream(file)) {
                var in = new DataInputStream(new BufferedInputStream(stream, BUFFER_BYTES));
                in.skipNBytes(HEADER_BYTES);
                Record model = new RecordReader(in, size).read();
                if (!type.isInstance(model)) {
                    throw new IOException(file + " holds a " + SavedTypes.name(model.getClass()) + ", which is not a "
                            + SavedTypes.name(type) + "; load it as what it is");
                }
                return type.cast(model);
            }
        } catch (UnknownModelException e) {
            throw new IOException(file + " " + e.getMessage(), e);
        } catch (EOFException | UTFDataFormatException | IllegalArgumentException e) {
            throw new IOException(damaged(file), e);
        }
    }

    private static void requireHeader(Path file, long size) throws IOException {
        try (InputStream stream = Files.newInputStream(file);
                var in = new DataInputStream(stream)) {
            if (size < HEADER_BYTES || in.readInt() != MAGIC) {
                throw new IOException(file + " is not a saved model; use a file written by ModelFile.save");
            }
            int version = in.readInt();
            if (version != VERSION) {
                throw new IOException(file + " has format " + version + ", but this library reads format " + VERSION
                        + "; use the version of the library that wrote it");
            }
        }
    }

    /// Checks all bytes before any of them is interpreted.
    private static void requireChecksum(Path file, long size) throws IOException {
        if (size < HEADER_BYTES + CHECKSUM_BYTES) {
            throw new IOException(damaged(file));
        }
        var sum = new CRC32();
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] buffer = new byte[BUFFER_BYTES];
            long left = size - CHECKSUM_BYTES;
            while (left > 0) {
                int count = stream.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (count < 0) {
                    throw new IOException(damaged(file));
                }
                sum.update(buffer, 0, count);
                left -= count;
            }
            if (new DataInputStream(stream).readLong() != sum.getValue()) {
                throw new IOException(damaged(file));
            }
        }
    }

    private static String damaged(Path file) {
        return file + " is truncated or corrupt, so nothing was loaded; use another copy of it";
    }
}
