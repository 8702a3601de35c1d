package gradus.ml.classic;

import java.util.Comparator;
import java.util.stream.IntStream;

/// Bounded max-heap that keeps the k nearest of all rows it is offered (*top-k selection*). Between rows at
/// equal distances the smaller index counts as nearer, so the result does not depend on the order of the
/// offers.
///
/// The farthest row kept is at the root, where each offer is compared with it and may replace it. An offer
/// costs O(1) if it is too far, as most are, and O(log k) otherwise.
public final class NeighbourHeap {

    private final int[] indices;
    private final double[] distances;
    private int size;

    /// An empty heap for `capacity` rows, at least 1.
    ///
    /// @throws IllegalArgumentException if `capacity` is below 1
    public NeighbourHeap(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity must be at least 1, got " + capacity);
        }
        indices = new int[capacity];
        distances = new double[capacity];
    }

    /// The number of rows kept.
    public int size() {
        return size;
    }

    /// The distance above which an offer is rejected: the largest distance kept, or infinity while the heap
    /// is not full.
    public double maxDistance() {
        return size < indices.length ? Double.POSITIVE_INFINITY : distances[0];
    }

    /// Adds row `index` if it is among the k nearest so far. O(log k).
    ///
    /// @throws IllegalArgumentException if `distance` is NaN, which is neither nearer nor farther than others
    public void offer(int index, double distance) {
        if (Double.isNaN(distance)) {
            throw new IllegalArgumentException("distances must be numbers, got NaN for row " + index);
        }
        if (size < indices.length) {
            siftUp(size++, index, distance);
        } else if (isFarther(distances[0], indices[0], distance, index)) {
            siftDown(index, distance);
        }
    }

    /// The rows kept, nearest first. O(k·log k).
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

    /// The nearest rows of a point, nearest first. The arrays are not copied: treat them as read-only.
    ///
    /// @param indices row indices, shape `(k)`
    /// @param distances the distance of each, ascending, shape `(k)`
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

    /// Removes the root and inserts a nearer row.
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
