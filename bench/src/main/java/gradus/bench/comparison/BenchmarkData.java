package gradus.bench.comparison;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/// The data of a comparison, which is the same for all participants: generated from a seed, or read from raw
/// little-endian files that any language can read.
public final class BenchmarkData {

    private BenchmarkData() {}

    /// Numbers of a standard normal distribution.
    public static float[] normalFloats(int count, long seed) {
        var random = new SplittableRandom(seed);
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) random.nextGaussian();
        }
        return numbers;
    }

    /// Numbers of a standard normal distribution.
    public static double[] normalDoubles(int count, long seed) {
        var random = new SplittableRandom(seed);
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = random.nextGaussian();
        }
        return numbers;
    }

    /// Uniform random integers from 0 to `below - 1`.
    public static int[] uniformInts(int count, int below, long seed) {
        return new SplittableRandom(seed).ints(count, 0, below).toArray();
    }

    public static float[] readFloats(Path file) throws IOException {
        ByteBuffer bytes = read(file);
        float[] numbers = new float[bytes.remaining() / Float.BYTES];
        bytes.asFloatBuffer().get(numbers);
        return numbers;
    }

    public static double[] readDoubles(Path file) throws IOException {
        ByteBuffer bytes = read(file);
        double[] numbers = new double[bytes.remaining() / Double.BYTES];
        bytes.asDoubleBuffer().get(numbers);
        return numbers;
    }

    public static int[] readInts(Path file) throws IOException {
        ByteBuffer bytes = read(file);
        int[] numbers = new int[bytes.remaining() / Integer.BYTES];
        bytes.asIntBuffer().get(numbers);
        return numbers;
    }

    public static void write(Path file, float[] numbers) throws IOException {
        ByteBuffer bytes = room(numbers.length * Float.BYTES);
        bytes.asFloatBuffer().put(numbers);
        Files.write(file, bytes.array());
    }

    public static void write(Path file, double[] numbers) throws IOException {
        ByteBuffer bytes = room(numbers.length * Double.BYTES);
        bytes.asDoubleBuffer().put(numbers);
        Files.write(file, bytes.array());
    }

    public static void write(Path file, int[] numbers) throws IOException {
        ByteBuffer bytes = room(numbers.length * Integer.BYTES);
        bytes.asIntBuffer().put(numbers);
        Files.write(file, bytes.array());
    }

    private static ByteBuffer read(Path file) throws IOException {
        return ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static ByteBuffer room(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
