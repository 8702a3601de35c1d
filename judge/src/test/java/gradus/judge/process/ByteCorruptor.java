package gradus.judge.process;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Corrupts bytes: truncates them, flips bits, drops, repeats or mixes in pieces.
public final class ByteCorruptor {

    /// Absurd lengths and numbers.
    static final int[] UNLIKELY = {
        -1, Integer.MIN_VALUE, Integer.MAX_VALUE, 64 << 20, 16 << 20, 100_000, 100_001, 65_535, 512
    };

    private final Random chance;

    public ByteCorruptor(long seed) {
        this.chance = new Random(seed);
    }

    public byte[] random(int most) {
        byte[] bytes = new byte[chance.nextInt(most + 1)];
        chance.nextBytes(bytes);
        return bytes;
    }

    /// `bytes` with some damage, up to four times.
    public byte[] to(byte[] bytes) {
        byte[] damaged = bytes;
        for (int i = chance.nextInt(4); i >= 0; i--) {
            damaged = once(damaged);
        }
        return damaged;
    }

    /// The pieces in another order, without some, some twice, with others among them.
    public List<byte[]> toOrder(List<byte[]> pieces, byte[] foreign) {
        var damaged = new ArrayList<>(pieces);
        for (int i = chance.nextInt(3); i >= 0; i--) {
            int at = chance.nextInt(damaged.size());
            switch (chance.nextInt(5)) {
                case 0 -> damaged.add(chance.nextInt(damaged.size()), damaged.get(at));
                case 1 -> Collections.swap(damaged, at, chance.nextInt(damaged.size()));
                case 2 -> damaged.add(at, foreign);
                case 3 -> damaged.add(at, random(700));
                default -> {
                    if (damaged.size() > 1) {
                        damaged.remove(at);
                    }
                }
            }
        }
        return damaged;
    }

    private byte[] once(byte[] bytes) {
        if (bytes.length < 4) {
            return random(40);
        }
        byte[] damaged = bytes.clone();
        int at = chance.nextInt(bytes.length);
        switch (chance.nextInt(6)) {
            case 0 -> damaged[at] ^= (byte) (1 << chance.nextInt(8));
            case 1 -> damaged[at] = (byte) chance.nextInt();
            case 2 -> {
                int number = UNLIKELY[chance.nextInt(UNLIKELY.length)];
                ByteBuffer.wrap(damaged).putInt(Math.min(at, bytes.length - 4), number);
            }
            case 3 -> damaged = Arrays.copyOf(damaged, at);
            case 4 -> damaged = joined(damaged, random(40));
            default -> damaged = twice(damaged, at);
        }
        return damaged;
    }

    /// Repeats a piece.
    private byte[] twice(byte[] bytes, int from) {
        int to = from + chance.nextInt(bytes.length - from);
        return joined(
                joined(Arrays.copyOf(bytes, to), Arrays.copyOfRange(bytes, from, to)),
                Arrays.copyOfRange(bytes, to, bytes.length));
    }

    private static byte[] joined(byte[] one, byte[] other) {
        return joined(List.of(one, other));
    }

    public static byte[] joined(List<byte[]> pieces) {
        ByteBuffer all = ByteBuffer.allocate(
                pieces.stream().mapToInt(piece -> piece.length).sum());
        pieces.forEach(all::put);
        return all.array();
    }
}
