package gradus.proctor.data;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Reads PNG images with up to 8 bits a channel that aren't interlaced. The platform's own reader is in a module
/// that a child JVM doesn't have.
///
/// Source: W3C, *Portable Network Graphics (PNG) Specification*, third edition.
final class PngReader {

    private static final long SIGNATURE = 0x89504e470d0a1a0aL;
    private static final int MAX_VALUES = 1 << 28;

    private static final int GREY = 0;
    private static final int COLOUR = 2;
    private static final int PALETTE = 3;
    private static final int GREY_ALPHA = 4;
    private static final int COLOUR_ALPHA = 6;

    private final ByteBuffer in;
    private final ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    private int width;
    private int height;
    private int depth;
    private int type;
    private byte[] palette = {};

    PngReader(byte[] bytes) {
        in = ByteBuffer.wrap(bytes);
    }

    DataImage read() {
        try {
            if (in.getLong() != SIGNATURE) {
                throw new IllegalArgumentException("it doesn't begin like a PNG file");
            }
            while (readChunk()) {}
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("it is cut off", e);
        }
        int samples = samples();
        int stride = Math.ceilDiv(width * samples * depth, 8);
        byte[] lines = unfiltered(inflated((stride + 1) * height), stride, Math.max(1, samples * depth / 8));
        return pixels(lines, stride, samples);
    }

    /// Whether another chunk follows.
    private boolean readChunk() {
        int length = in.getInt();
        byte[] name = new byte[4];
        in.get(name);
        if (length < 0 || length > in.remaining()) {
            throw new IllegalArgumentException("it is cut off");
        }
        byte[] content = new byte[length];
        in.get(content);
        in.getInt();
        switch (new String(name, StandardCharsets.US_ASCII)) {
            case "IHDR" -> header(ByteBuffer.wrap(content));
            case "PLTE" -> palette = content;
            case "IDAT" -> compressed.writeBytes(content);
            case "IEND" -> {
                return false;
            }
            default -> {}
        }
        return true;
    }

    private void header(ByteBuffer header) {
        width = header.getInt();
        height = header.getInt();
        depth = header.get();
        type = header.get();
        header.getShort();
        boolean interlaced = header.get() != 0;
        if (interlaced) {
            throw new IllegalArgumentException("it is interlaced; save it without");
        }
        boolean small = depth < 8 && type != GREY && type != PALETTE;
        if (small || !(depth == 1 || depth == 2 || depth == 4 || depth == 8)) {
            throw new IllegalArgumentException("it has " + depth + " bits a channel; save it with 8");
        }
        if (width <= 0 || height <= 0 || (long) width * height * samples() > MAX_VALUES) {
            throw new IllegalArgumentException("its size is " + width + " × " + height);
        }
    }

    private int samples() {
        return switch (type) {
            case GREY, PALETTE -> 1;
            case GREY_ALPHA -> 2;
            case COLOUR -> 3;
            case COLOUR_ALPHA -> 4;
            default -> throw new IllegalArgumentException("its colour type is " + type);
        };
    }

    private byte[] inflated(int size) {
        byte[] all = new byte[size];
        try (var inflater = new Inflater()) {
            inflater.setInput(compressed.toByteArray());
            int at = 0;
            while (at < size) {
                int more = inflater.inflate(all, at, size - at);
                if (more == 0) {
                    throw new IllegalArgumentException("it is cut off");
                }
                at += more;
            }
            return all;
        } catch (DataFormatException e) {
            throw new IllegalArgumentException("its data are damaged: " + e.getMessage(), e);
        }
    }

    /// The lines without their filters, each of which predicts a byte from those to the left and above.
    ///
    /// @param step the bytes from a pixel to the next
    private byte[] unfiltered(byte[] filtered, int stride, int step) {
        byte[] lines = new byte[stride * height];
        for (int row = 0; row < height; row++) {
            int filter = filtered[row * (stride + 1)];
            for (int i = 0; i < stride; i++) {
                int at = row * stride + i;
                int left = i < step ? 0 : lines[at - step] & 0xff;
                int above = row == 0 ? 0 : lines[at - stride] & 0xff;
                int corner = i < step || row == 0 ? 0 : lines[at - stride - step] & 0xff;
                int prediction = switch (filter) {
                    case 0 -> 0;
                    case 1 -> left;
                    case 2 -> above;
                    case 3 -> (left + above) / 2;
                    case 4 -> nearest(left, above, corner);
                    default -> throw new IllegalArgumentException("its data are damaged: there is no filter " + filter);
                };
                lines[at] = (byte) (filtered[row * (stride + 1) + 1 + i] + prediction);
            }
        }
        return lines;
    }

    /// Of left, above and corner the one nearest to left + above − corner (Paeth's predictor).
    private static int nearest(int left, int above, int corner) {
        int toLeft = Math.abs(above - corner);
        int toAbove = Math.abs(left - corner);
        int toCorner = Math.abs(left + above - 2 * corner);
        if (toLeft <= toAbove && toLeft <= toCorner) {
            return left;
        }
        return toAbove <= toCorner ? above : corner;
    }

    private DataImage pixels(byte[] lines, int stride, int samples) {
        int channels = type == PALETTE ? 3 : samples;
        byte[] values = new byte[height * width * channels];
        int at = 0;
        for (int row = 0; row < height; row++) {
            for (int i = 0; i < width * samples; i++) {
                int bit = i * depth;
                int value = lines[row * stride + bit / 8] >> (8 - depth - bit % 8) & (1 << depth) - 1;
                if (type == PALETTE) {
                    if (3 * value + 2 >= palette.length) {
                        throw new IllegalArgumentException("its palette has no colour " + value);
                    }
                    System.arraycopy(palette, 3 * value, values, at, 3);
                    at += 3;
                } else {
                    values[at++] = (byte) (value * 255 / ((1 << depth) - 1));
                }
            }
        }
        return new DataImage(height, width, channels, values);
    }
}
