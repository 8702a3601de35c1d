package gradus.ml.data;

import java.util.BitSet;

/// A column of values that are true or false, shape `(n)`.
public final class FlagColumn implements Column {

    private final BitSet flags;
    private final Presence presence;

    private FlagColumn(BitSet flags, Presence presence) {
        this.flags = flags;
        this.presence = presence;
    }

    /// The column of these flags. None is missing.
    public static FlagColumn of(boolean... flags) {
        var set = new BitSet(flags.length);
        for (int row = 0; row < flags.length; row++) {
            set.set(row, flags[row]);
        }
        return new FlagColumn(set, Presence.full(flags.length));
    }

    private static FlagColumn of(BitSet flags, Presence presence) {
        var copy = (BitSet) flags.clone();
        for (int row = 0; row < presence.size(); row++) {
            copy.set(row, copy.get(row) && !presence.isMissing(row));
        }
        return new FlagColumn(copy, presence);
    }

    @Override
    public Kind kind() {
        return Kind.FLAGS;
    }

    @Override
    public int size() {
        return presence.size();
    }

    @Override
    public boolean isMissing(int row) {
        return presence.isMissing(row);
    }

    @Override
    public int missing() {
        return presence.missing();
    }

    /// The flag at `row`.
    ///
    /// @throws IllegalArgumentException if it is missing
    public boolean get(int row) {
        presence.require(row);
        return flags.get(row);
    }

    @Override
    public String text(int row) {
        return Boolean.toString(get(row));
    }

    /// The same as numbers: 1 for true, 0 for false, missing where it is missing.
    public NumberColumn asNumbers() {
        double[] numbers = new double[size()];
        for (int row = 0; row < numbers.length; row++) {
            numbers[row] = flags.get(row) ? 1 : 0;
        }
        return NumberColumn.of(numbers, presence);
    }

    @Override
    public FlagColumn rows(int... which) {
        Presence picked = presence.rows(which);
        var set = new BitSet(which.length);
        for (int i = 0; i < which.length; i++) {
            set.set(i, flags.get(which[i]));
        }
        return new FlagColumn(set, picked);
    }

    @Override
    public FlagColumn withMissing(int... which) {
        return of(flags, presence.withMissing(which));
    }

    @Override
    public int compare(int a, int b) {
        return Boolean.compare(get(a), get(b));
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof FlagColumn other && presence.equals(other.presence) && flags.equals(other.flags);
    }

    @Override
    public int hashCode() {
        return 31 * presence.hashCode() + flags.hashCode();
    }

    /// The values as in `[true, missing, false]`.
    @Override
    public String toString() {
        return Values.listed(this);
    }
}
