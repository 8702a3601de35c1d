package gradus.ml.classic;

import java.util.Comparator;
import java.util.stream.IntStream;

/// Keeps the k nearest of all rows that it is offered. Of rows at equal distances, those with the smaller
/// index are the nearer ones, so what is kept does not depend on the order of the offers.
///
/// The farthest that is kept lies on top, to be compared with each offer and to give way: a binary heap.
/// An offer costs O(1) if it is too far, as most are, and else O(log k).
public final class NeighbourHeap {

    private final int[] indices;
    private final double[] distances;
    private int size;

    /// A heap for `capacity` rows, at least 1.
    public NeighbourHeap(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("a heap keeps at least 1 row, got " + capacity);
        }
        indices = new int[capacity];
        distances = new double[capacity];
    }

    /// The number of rows that are kept.
    public int size() {
        return size;
    }

    /// The distance that an offer must be within to be kept: that of the farthest, or infinity while
    /// there is room.
    public double maxDistance() {
        return size < indices.length ? Double.POSITIVE_INFINITY : distances[0];
    }

    /// Keeps row `index` if it is among the nearest so far.
    public void offer(int index, double distance) {
        if (size < indices.length) {
            siftUp(size++, index, distance);
        } else if (isFarther(distances[0], indices[0], distance, index)) {
            siftDown(index, distance);
        }
    }

    /// What is kept, nearest first. O(k·log k).
    public Neighbours sorted() {
        int[] positions = IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(position -> distances[position])
                        .thenComparingInt(position -> indices[position]))
                .mapToInt(Integer::intValue)
                .toArray();
        return new Neighbours(
                IntStream.of(positions).map(position -> indices[position]).toArray(),
                IntStream.of(positions)
                        .mapToDouble(position -> distances[position])
                        .toArray());
    }

    /// Rows near a point, nearest first.
    ///
    /// @param indices which rows, shape `(k)`
    /// @param distances how far each is, ascending, shape `(k)`
    public record Neighbours(int[] indices, double[] distances) {}

    private void siftUp(int from, int index, double distance) {
        int position = from;
        while (position > 0) {
            int parent = (position - 1) / 2;
            if (!isFarther(distance, index, distances[parent], indices[parent])) {
                break;
            }
            put(position, indices[parent], distances[parent]);
            position = parent;
        }
        put(position, index, distance);
    }

    /// Lets the top go, and finds the place for a nearer row.
    private void siftDown(int index, double distance) {
        int position = 0;
        for (int child = 1; child < size; child = 2 * position + 1) {
            int other = child + 1;
            if (other < size && isFarther(distances[other], indices[other], distances[child], indices[child])) {
                child = other;
            }
            if (!isFarther(distances[child], indices[child], distance, index)) {
                break;
            }
            put(position, indices[child], distances[child]);
            position = child;
        }
        put(position, index, distance);
    }

    private void put(int position, int index, double distance) {
        indices[position] = index;
        distances[position] = distance;
    }

    private static boolean isFarther(double distance, int index, double thanDistance, int thanIndex) {
        return distance > thanDistance || distance == thanDistance && index > thanIndex;
    }
}
