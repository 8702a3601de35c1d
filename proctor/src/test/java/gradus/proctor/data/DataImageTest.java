package gradus.proctor.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Images are read as the platform's own reader reads them.
class DataImageTest extends DataFolder {

    private BufferedImage written(int type, int height, int width) throws IOException {
        var image = new BufferedImage(width, height, type);
        var random = new Random(1);
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                // Smooth in the left half, so that the filters are used; noise in the right half.
                int noise = column < width / 2 ? row * 7 + column * 5 : random.nextInt();
                image.setRGB(column, row, noise * 0x010203 | 0xff000000);
            }
        }
        ImageIO.write(image, "png", folder.resolve("set/image.png").toFile());
        return image;
    }

    @ParameterizedTest
    @CsvSource({
        BufferedImage.TYPE_BYTE_GRAY + ", 1",
        BufferedImage.TYPE_BYTE_BINARY + ", 3",
        BufferedImage.TYPE_BYTE_INDEXED + ", 3",
        BufferedImage.TYPE_3BYTE_BGR + ", 3",
        BufferedImage.TYPE_4BYTE_ABGR + ", 4"
    })
    void everyPixelIsThatOfThePlatformsReader(int type, int channels) throws IOException {
        for (int[] shape : new int[][] {{1, 1}, {2, 3}, {9, 17}, {64, 33}}) {
            written(type, shape[0], shape[1]);
            BufferedImage expected =
                    ImageIO.read(folder.resolve("set/image.png").toFile());
            DataImage image = DataImage.read("set", "image.png");
            assertThat(new int[] {image.height(), image.width()}).isEqualTo(shape);
            assertThat(image.channels()).isIn(channels, 1);
            for (int row = 0; row < image.height(); row++) {
                for (int column = 0; column < image.width(); column++) {
                    int[] values = new int[image.channels()];
                    int of = row;
                    int at = column;
                    Arrays.setAll(values, channel -> image.get(of, at, channel));
                    assertThat(values).isEqualTo(samples(expected, row, column, image.channels()));
                }
            }
        }
    }

    private static int[] samples(BufferedImage image, int row, int column, int channels) {
        if (channels == 1) {
            int sample = image.getRaster().getSample(column, row, 0);
            return new int[] {image.getRaster().getSampleModel().getSampleSize(0) == 1 ? sample * 255 : sample};
        }
        int colour = image.getRGB(column, row);
        int[] all = {colour >> 16 & 0xff, colour >> 8 & 0xff, colour & 0xff, colour >>> 24};
        return Arrays.copyOf(all, channels);
    }

    @Test
    void aChannelHasValuesFrom0To1() throws IOException {
        written(BufferedImage.TYPE_BYTE_GRAY, 3, 2);
        DataImage image = DataImage.read("set", "image.png");
        double[][] grey = image.channel(0);
        assertThat(grey).hasDimensions(3, 2);
        assertThat(grey[2][1]).isEqualTo(image.get(2, 1, 0) / 255.0);
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> image.get(3, 0, 0))
                .withMessage("(3, 0, 0) is not in an image of shape (3, 2, 1)");
    }

    @Test
    void whatIsNoImageIsRefusedInASentence() throws IOException {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DataImage.read("set", "none.png"))
                .withMessageStartingWith("no file \"none.png\"");
        written(BufferedImage.TYPE_3BYTE_BGR, 20, 20);
        byte[] bytes = Files.readAllBytes(folder.resolve("set/image.png"));
        refused("it doesn't begin like a PNG file", "just some text".getBytes());
        refused("it is cut off", Arrays.copyOf(bytes, bytes.length / 2));
        refused("it is cut off", Arrays.copyOf(bytes, 5));
        byte[] deep = bytes.clone();
        deep[24] = 16;
        refused("it has 16 bits a channel; save it with 8", deep);
        byte[] interlaced = bytes.clone();
        interlaced[28] = 1;
        refused("it is interlaced; save it without", interlaced);
    }

    private void refused(String why, byte[] bytes) throws IOException {
        write("image.png", bytes);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DataImage.read("set", "image.png"))
                .withMessage("the file image.png of the data set set is no image: " + why);
    }
}
