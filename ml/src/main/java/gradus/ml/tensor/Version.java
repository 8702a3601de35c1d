package gradus.ml.tensor;

/// Version of an array: how often its elements were changed. All views of the array share it.
final class Version {

    private int count;

    int count() {
        return count;
    }

    void increment() {
        count++;
    }
}
