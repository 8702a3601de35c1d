package gradus.ml.classic;

import java.util.Comparator;
import java.util.stream.IntStream;

/// Keeps the k nearest of all rows that it is offered. Of rows at equal distances, those with the smaller
/// index are the nearer ones, so what is kept does not depend on the order of the offers.
///
/// The farthest that is kept lies on top, to be compared with each offer and to give way: a binary heap.
/// An offer costs O(1) if it is too far, as most are, and else O(log k).
public final class NearestHeap {

    private final int[] indices;
    private final double[] distances;
    private int size;

    /// A heap for `capacity` rows, at least 1.
    public NearestHeap(int capacity) {
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
    public double reach() {
        return size < indices.length ? Double.POSITIVE_INFINITY : distances[0];
    }

    /// Keeps row `index` if it is among the nearest so far.
    public void offer(int index, double distance) {
        if (size < indices.length) {
            rise(size++, index, distance);
        } else if (farther(distances[0], indices[0], distance, index)) {
            sink(index, distance);
        }
    }

    /// What is kept, nearest first. O(k·log k).
    public Neighbours sorted() {
        int[] places = IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(place -> distances[place])
                        .thenComparingInt(place -> indices[place]))
                .mapToInt(Integer::intValue)
                .toArray();
        return new Neighbours(
                IntStream.of(places).map(place -> indices[place]).toArray(),
                IntStream.of(places).mapToDouble(place -> distances[place]).toArray());
    }

    /// Rows near a point, nearest first.
    ///
    /// @param indices which rows, shape `(k)`
    /// @param distances how far each is, ascending, shape `(k)`
    public record Neighbours(int[] indices, double[] distances) {}

    private void rise(int from, int index, double distance) {
        int place = from;
        while (place > 0) {
            int parent = (place - 1) / 2;
            if (!farther(distance, index, distances[parent], indices[parent])) {
                break;
            }
            put(place, indices[parent], distances[parent]);
            place = parent;
        }
        put(place, index, distance);
    }

    /// Lets the top go, and finds the place for a nearer row.
    private void sink(int index, double distance) {
        int place = 0;
        for (int child = 1; child < size; child = 2 * place + 1) {
            int other = child + 1;
            if (other < size && farther(distances[other], indices[other], distances[child], indices[child])) {
                child = other;
            }
            if (!farther(distances[child], indices[child], distance, index)) {
                break;
            }
            put(place, indices[child], distances[child]);
            place = child;
        }
        put(place, index, distance);
    }

    private void put(int place, int index, double distance) {
        indices[place] = index;
        distances[place] = distance;
    }

    private static boolean farther(double distance, int index, double thanDistance, int thanIndex) {
        return distance > thanDistance || distance == thanDistance && index > thanIndex;
    }
}
