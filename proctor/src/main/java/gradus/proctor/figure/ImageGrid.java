package gradus.proctor.figure;

import java.util.ArrayList;
import java.util.List;

/// Small grey images in rows, each with a caption. White is the background of the page, so that the images fit a light
/// and a dark one.
public final class ImageGrid {

    private static final int SHADES = 8;
    private static final int GAP = 4;
    private static final int CAPTION = 9;

    private final int side;
    private final int columns;
    private final List<String> images = new ArrayList<>();

    private ImageGrid(int side, int columns) {
        this.side = side;
        this.columns = columns;
    }

    /// An empty grid of images of `side` × `side` pixels.
    ///
    /// @throws IllegalArgumentException if one of them is below 1
    public static ImageGrid of(int side, int columns) {
        if (side < 1 || columns < 1) {
            throw new IllegalArgumentException(
                    "a grid needs images of at least 1 pixel and 1 column, got " + side + " and " + columns);
        }
        return new ImageGrid(side, columns);
    }

    /// Adds an image.
    ///
    /// @param pixels side × side ink, row by row, from 0 for none to 1; values outside count as the nearest
    /// @throws IllegalArgumentException if there are more or fewer pixels
    public ImageGrid add(float[] pixels, String caption) {
        if (pixels.length != side * side) {
            throw new IllegalArgumentException(
                    "an image of " + side + " × " + side + " has " + side * side + " pixels, got " + pixels.length);
        }
        var svg = new StringBuilder();
        for (int shade = 1; shade <= SHADES; shade++) {
            String path = path(pixels, shade);
            if (!path.isEmpty()) {
                svg.append("<path class=\"pixel\" fill-opacity=\"")
                        .append((double) shade / SHADES)
                        .append("\" d=\"")
                        .append(path)
                        .append("\"/>");
            }
        }
        svg.append("<text class=\"tick\" text-anchor=\"middle\" font-size=\"7\" x=\"")
                .append(side / 2.0)
                .append("\" y=\"")
                .append(side + CAPTION - 2)
                .append("\">")
                .append(Plot.escape(caption))
                .append("</text>");
        images.add(svg.toString());
        return this;
    }

    /// The finished picture with its description.
    public Picture picture(String description) {
        int cell = side + GAP;
        int rows = (images.size() + columns - 1) / columns;
        var svg = new StringBuilder("<svg class=\"figure grid-of-images\" viewBox=\"0 0 " + columns * cell + " "
                + Math.max(1, rows) * (cell + CAPTION) + "\" xmlns=\"http://www.w3.org/2000/svg\">");
        for (int i = 0; i < images.size(); i++) {
            svg.append("<g transform=\"translate(")
                    .append(i % columns * cell + GAP / 2)
                    .append(' ')
                    .append(i / columns * (cell + CAPTION))
                    .append(")\">")
                    .append(images.get(i))
                    .append("</g>");
        }
        return new Picture(svg.append("</svg>").toString(), description);
    }

    /// The pixels of one shade, neighbours in a row as one rectangle.
    private String path(float[] pixels, int shade) {
        var path = new StringBuilder();
        for (int row = 0; row < side; row++) {
            for (int from = 0; from < side; from++) {
                int to = from;
                while (to < side && shade(pixels[row * side + to]) == shade) {
                    to++;
                }
                if (to > from) {
                    path.append('M')
                            .append(from)
                            .append(' ')
                            .append(row)
                            .append('h')
                            .append(to - from);
                    path.append("v1h").append(from - to).append('z');
                    from = to;
                }
            }
        }
        return path.toString();
    }

    private static int shade(float ink) {
        return Math.clamp(Math.round(ink * SHADES), 0, SHADES);
    }
}
