package gradus.ml.data.io;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Reads and writes several named arrays as one NPZ file: `numpy.savez`, `numpy.savez_compressed` and
/// `numpy.load`.
///
/// An NPZ file is a ZIP archive with an NPY file for each array. Arrays that NumPy was given without a name
/// are called `arr_0`, `arr_1` and so on.
public final class NpzFile {

    private static final String SUFFIX = ".npy";

    private NpzFile() {}

    /// Reads all arrays of a file by name, in the order of the file. O(size of the arrays) time and memory.
    ///
    /// @throws IllegalArgumentException if it isn't an NPZ file or is damaged, or [NpyFile#read] throws for
    ///     an array
    /// @throws UncheckedIOException if the file cannot be read
    public static SequencedMap<String, NdArray> read(Path file) {
        if (!Files.exists(file)) {
            throw FileFaults.explain(new NoSuchFileException(file.toString()), file.toString());
        }
        try (var zip = new ZipFile(file.toFile())) {
            var arrays = new LinkedHashMap<String, NdArray>();
            for (ZipEntry entry : zip.stream().toList()) {
                String name = entry.getName();
                if (!name.endsWith(SUFFIX)) {
                    throw new IllegalArgumentException(file + ": every entry of an NPZ file must be an NPY file, got \""
                            + name + "\"; pass a file that numpy.savez wrote");
                }
                arrays.put(name.substring(0, name.length() - SUFFIX.length()), read(zip, entry, file));
            }
            return arrays;
        } catch (ZipException e) {
            throw new IllegalArgumentException(
                    file + ": not a complete ZIP archive (" + e.getMessage()
                            + "); pass a file that numpy.savez wrote, or " + "download it again",
                    e);
        } catch (IOException e) {
            throw FileFaults.explain(e, file.toString());
        }
    }

    private static NdArray read(ZipFile zip, ZipEntry entry, Path file) throws IOException {
        var checked = new CheckedInputStream(zip.getInputStream(entry), new CRC32());
        try (var input =
                new BinaryFileReader(new BufferedInputStream(checked, 1 << 16), file + ", " + entry.getName())) {
            NdArray array = NpyFile.read(input);
            if (checked.getChecksum().getValue() != entry.getCrc()) {
                throw input.error("the checksum is wrong; download the file again");
            }
            return array;
        }
    }

    /// Writes arrays to a file, compressed, in this order, and overwrites the file if it exists.
    ///
    /// @param arrays the arrays by name, at least 1
    /// @throws IllegalArgumentException if there is no array, or a name is blank
    /// @throws UncheckedIOException if the file cannot be written
    public static void write(Map<String, NdArray> arrays, Path file) {
        if (arrays.isEmpty() || arrays.keySet().stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException(
                    "an NPZ file needs at least 1 array, and each a name that is not blank, got " + arrays.keySet());
        }
        try (var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            for (var array : arrays.entrySet()) {
                zip.putNextEntry(new ZipEntry(array.getKey() + SUFFIX));
                NpyFile.write(array.getValue(), zip, NpyFile.Order.C);
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
