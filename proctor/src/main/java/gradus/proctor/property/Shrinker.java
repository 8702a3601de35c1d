package gradus.proctor.property;

import gradus.proctor.property.ChoiceSource.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Shrinks the tree of choices behind a failing case while it still fails: first to fewer, then to simpler
/// numbers. It stops if nothing smaller fails, or after the maximum number of calls.
final class Shrinker {

    /// Runs the case that is replayed from a tree.
    interface Replayer {
        /// The choices that the case used, if it fails; null otherwise.
        @Nullable
        Node replayFailure(Node candidate);
    }

    private final Replayer replayer;
    private Node best;
    private int callsLeft;

    private Shrinker(Node failing, Replayer replayer, int maxCalls) {
        this.best = failing;
        this.replayer = replayer;
        this.callsLeft = maxCalls;
    }

    /// Shrinks `failing`.
    ///
    /// @param maxCalls how often a case is run at most
    /// @return the smallest failing tree found
    static Node shrink(Node failing, Replayer replayer, int maxCalls) {
        var shrinker = new Shrinker(failing, replayer, maxCalls);
        boolean smaller = true;
        while (smaller && shrinker.callsLeft > 0) {
            smaller = shrinker.removeElements();
            smaller |= shrinker.simplifyEqualValuesTogether();
            smaller |= shrinker.simplifyValues();
        }
        return shrinker.best;
    }

    /// Reduces sizes: decrements a count and removes one element from every branch with that many children,
    /// such as an array, the rows of a matrix, or two vectors of the same length.
    private boolean removeElements() {
        boolean any = false;
        for (int i = 0; i < leaves(best).size(); i++) {
            while (i < leaves(best).size() && reduceCount(i)) {
                any = true;
            }
        }
        return any;
    }

    private boolean reduceCount(int index) {
        Node leaf = leaves(best).get(index);
        int count = (int) leaf.value;
        if (leaf.range == null || !leaf.range.isIntegral() || leaf.range.low() < 0 || count <= leaf.range.low()) {
            return false;
        }
        if (tryCount(index, (int) leaf.range.low(), -1, -1)
                || tryCount(index, Math.max((int) leaf.range.low(), count / 2), -1, -1)) {
            return true;
        }
        int deepest = count > 64 ? -1 : depthOf(best, count, 0);
        for (int element = 0; element < count && deepest >= 0; element++) {
            // At all depths at once, then at one depth only.
            for (int depth = -1; depth <= deepest; depth++) {
                if (tryCount(index, count - 1, element, depth)) {
                    return true;
                }
            }
        }
        return tryCount(index, count - 1, -1, -1);
    }

    private boolean tryCount(int index, int count, int element, int depth) {
        Node tree = best.copy();
        Node leaf = leaves(tree).get(index);
        int before = (int) leaf.value;
        leaf.value = count;
        boolean removed = element < 0 || remove(tree, before, element, depth, 0);
        return removed && count < before && accept(tree);
    }

    private static boolean remove(Node node, int size, int element, int depth, int at) {
        boolean removed = false;
        for (Node child : node.children) {
            removed |= remove(child, size, element, depth, at + 1);
        }
        if (!node.isLeaf() && node.children.size() == size && (depth < 0 || depth == at)) {
            node.children.remove(element);
            return true;
        }
        return removed;
    }

    /// The depth of the deepest branch with `size` children; −1 if there is none.
    private static int depthOf(Node node, int size, int at) {
        int deepest = !node.isLeaf() && node.children.size() == size ? at : -1;
        for (Node child : node.children) {
            deepest = Math.max(deepest, depthOf(child, size, at + 1));
        }
        return deepest;
    }

    /// Simplifies equal numbers together, so that a tie stays a tie.
    private boolean simplifyEqualValuesTogether() {
        boolean any = false;
        List<Node> leaves = leaves(best);
        for (int i = 0; i < leaves.size(); i++) {
            double value = leaves.get(i).value;
            boolean repeated = false;
            boolean first = true;
            for (int j = 0; j < leaves.size(); j++) {
                boolean same = Double.compare(leaves.get(j).value, value) == 0;
                first &= !same || j >= i;
                repeated |= same && j > i;
            }
            if (first && repeated && value != 0 && replaceEqualValues(value)) {
                any = true;
                leaves = leaves(best);
                i--;
            }
        }
        return any;
    }

    private boolean replaceEqualValues(double value) {
        for (double candidate : ShrinkOrder.candidates(value)) {
            Node tree = best.copy();
            boolean fits = true;
            for (Node leaf : leaves(tree)) {
                if (Double.compare(leaf.value, value) == 0) {
                    fits &= leaf.range != null && leaf.range.contains(candidate);
                    leaf.value = candidate;
                }
            }
            if (fits && accept(tree)) {
                return true;
            }
        }
        return false;
    }

    private boolean simplifyValues() {
        boolean any = false;
        for (int i = 0; i < leaves(best).size(); i++) {
            while (i < leaves(best).size() && simplifyValue(i)) {
                any = true;
            }
        }
        return any;
    }

    private boolean simplifyValue(int index) {
        for (double candidate : ShrinkOrder.candidates(leaves(best).get(index).value)) {
            Node tree = best.copy();
            Node leaf = leaves(tree).get(index);
            if (leaf.range != null && leaf.range.contains(candidate)) {
                leaf.value = candidate;
                if (accept(tree)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean accept(Node tree) {
        if (callsLeft <= 0) {
            return false;
        }
        callsLeft--;
        Node failing = replayer.replayFailure(tree);
        if (failing == null || !isSmaller(failing, best)) {
            return false;
        }
        best = failing;
        return true;
    }

    /// Whether `tree` is smaller than `other`. Only smaller trees are accepted, so shrinking always ends.
    private static boolean isSmaller(Node tree, Node other) {
        List<Node> a = leaves(tree);
        List<Node> b = leaves(other);
        if (a.size() != b.size()) {
            return a.size() < b.size();
        }
        for (int i = 0; i < a.size(); i++) {
            if (Double.compare(a.get(i).value, b.get(i).value) != 0) {
                return ShrinkOrder.isSimpler(a.get(i).value, b.get(i).value);
            }
        }
        return false;
    }

    private static List<Node> leaves(Node tree) {
        var leaves = new ArrayList<Node>();
        collect(tree, leaves);
        return leaves;
    }

    private static void collect(Node node, List<Node> leaves) {
        if (node.isLeaf()) {
            leaves.add(node);
        }
        for (Node child : node.children) {
            collect(child, leaves);
        }
    }
}
