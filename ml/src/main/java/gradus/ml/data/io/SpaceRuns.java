package gradus.ml.data.io;

import java.io.IOException;
import java.io.InputStream;

/// A stream of UTF-8 in which each run of spaces and tabs is one space, except in quotes, and lines neither
/// begin nor end with one.
final class SpaceRuns extends InputStream {

    private final InputStream stream;
    private final int quote;
    private final byte[] input = new byte[1 << 13];
    /// A byte may come with the space before it.
    private final byte[] output = new byte[2 * input.length];

    private int position;
    private int limit;
    private boolean quoted;
    private boolean atLineStart = true;
    private boolean spaceBefore;

    SpaceRuns(InputStream stream, CsvDialect dialect) {
        this.stream = stream;
        this.quote = dialect.quote().map(character -> (int) character).orElse(-1);
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
        while (position == limit) {
            int count = stream.read(input, 0, input.length);
            if (count < 0) {
                return -1;
            }
            position = 0;
            limit = 0;
            for (int i = 0; i < count; i++) {
                write(input[i]);
            }
        }
        int count = Math.min(length, limit - position);
        System.arraycopy(output, position, to, from, count);
        position += count;
        return count;
    }

    private void write(byte b) {
        if (!quoted && (b == ' ' || b == '\t')) {
            spaceBefore = !atLineStart;
            return;
        }
        boolean lineBreak = !quoted && (b == '\n' || b == '\r');
        if (spaceBefore && !lineBreak) {
            output[limit++] = ' ';
        }
        spaceBefore = false;
        atLineStart = lineBreak;
        quoted ^= b == quote;
        output[limit++] = b;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
