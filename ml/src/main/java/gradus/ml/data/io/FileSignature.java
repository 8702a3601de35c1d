package gradus.ml.data.io;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/// File signatures: the first bytes by which a file shows its format, whatever its name says.
///
/// Source: the formats' own specifications, as collected in G. Kessler, "File Signatures Table" (2024).
enum FileSignature {
    ZIP("504B0304", "a ZIP archive, as Excel workbooks (.xlsx) are too", "unzip it, or save the workbook as CSV"),
    EXCEL("D0CF11E0A1B11AE1", "an Excel workbook (.xls)", "save it as CSV"),
    BZIP2("425A68..314159265359", "compressed with bzip2", "decompress it"),
    XZ("FD377A585A00", "compressed with xz", "decompress it"),
    ZSTANDARD("28B52FFD", "compressed with Zstandard", "decompress it"),
    SEVEN_ZIP("377ABCAF271C", "a 7z archive", "unpack it"),
    PARQUET("5041523115", "a Parquet file", "convert it, in pandas with read_parquet and to_csv"),
    HDF5("894844460D0A1A0A", "an HDF5 file", "convert it, in Python with h5py"),
    SQLITE("53514C69746520666F726D6174203300", "an SQLite database", "export a table as CSV"),
    PDF("255044462D", "a PDF document", "get the data in another format"),
    NPY("934E554D5059", "an NPY file", "read it with NpyFile");

    /// The number of bytes that the longest signature needs.
    static final int LENGTH = 16;

    private final String pattern;
    private final String description;
    private final String remedy;

    /// @param pattern bytes in hexadecimal; `..` is any byte
    FileSignature(String pattern, String description, String remedy) {
        this.pattern = pattern;
        this.description = description;
        this.remedy = remedy;
    }

    private boolean matches(String hexadecimal) {
        return hexadecimal.length() >= pattern.length()
                && hexadecimal.substring(0, pattern.length()).matches(pattern);
    }

    /// What the file is and what to do, as in `the file is a PDF document; …`, if its first bytes say so.
    static Optional<String> explain(byte[] start) {
        String hexadecimal = HexFormat.of().withUpperCase().formatHex(start);
        String text = new String(start, StandardCharsets.US_ASCII).strip().toLowerCase(Locale.ROOT);
        if (text.startsWith("<!doctype html") || text.startsWith("<html")) {
            return Optional.of("the file is a web page; download the data file itself");
        }
        return Arrays.stream(values())
                .filter(signature -> signature.matches(hexadecimal))
                .findFirst()
                .map(signature -> "the file is " + signature.description + "; " + signature.remedy);
    }
}
