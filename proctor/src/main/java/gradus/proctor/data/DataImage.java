package gradus.proctor.data;

import java.util.Arrays;

/// An image of a data set: shape `(height, width, channels)`, with values from 0 to 255. There is 1 channel for
/// grey, 2 for grey and alpha, 3 for red, green and blue, 4 with alpha.
public final class DataImage {

    private final int height;
    private final int width;
    private final int channels;
    private final byte[] values;

    /// @param values row by row, the channels of a pixel together
    DataImage(int height, int width, int channels, byte[] values) {
        this.height = height;
        this.width = width;
        this.channels = channels;
        this.values = values;
    }

    /// Reads the PNG file `name` of the data set `id`. Colours from a palette become red, green and blue.
    ///
    /// @throws IllegalArgumentException if there is no such file, or if it isn't a PNG image that can be read:
    ///     16 bits a channel and interlaced images can't
    public static DataImage read(String id, String name) {
        try {
            return new PngReader(DataFiles.bytes(id, name)).read();
        } catch (IllegalArgumentException e) {
            throw e.getMessage() != null && e.getMessage().startsWith("no ")
                    ? e
                    : new IllegalArgumentException(
                            "the file " + name + " of the data set " + id + " is no image: " + e.getMessage(), e);
        }
    }

    public int height() {
        return height;
    }

    public int width() {
        return width;
    }

    public int channels() {
        return channels;
    }

    /// The value from 0 to 255 at a row, a column and a channel, all from 0.
    ///
    /// @throws IndexOutOfBoundsException if there is no such pixel or channel
    public int get(int row, int column, int channel) {
        boolean inside =
                row >= 0 && row < height && column >= 0 && column < width && channel >= 0 && channel < channels;
        if (!inside) {
            throw new IndexOutOfBoundsException("(" + row + ", " + column + ", " + channel + ") is not in an image of"
                    + " shape (" + height + ", " + width + ", " + channels + ")");
        }
        return values[(row * width + column) * channels + channel] & 0xff;
    }

    /// One channel with values from 0 to 1, shape `(height, width)`.
    public double[][] channel(int channel) {
        double[][] all = new double[height][width];
        for (int row = 0; row < height; row++) {
            int of = row;
            Arrays.setAll(all[row], column -> get(of, column, channel) / 255.0);
        }
        return all;
    }
}
