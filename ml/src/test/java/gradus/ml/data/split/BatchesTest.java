package gradus.ml.data.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import gradus.ml.numbers.Rng;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchesTest {

    private static int[] all(List<int[]> batches) {
        return batches.stream().flatMapToInt(Arrays::stream).toArray();
    }

    @Test
    void anEpochContainsEachRowOnce() {
        Batches batches = Batches.of(10, 4);
        List<int[]> epoch = batches.shuffled(Rng.of(1));

        assertThat(epoch).extracting(batch -> batch.length).containsExactly(4, 4, 2);
        assertThat(all(epoch)).containsExactlyInAnyOrder(IntStream.range(0, 10).toArray());
        assertThat(batches.count()).isEqualTo(3);
    }

    @Test
    void eachEpochHasAnotherOrderAndTheSameSeedReproducesIt() {
        Rng rng = Rng.of(1);
        int[] first = all(Batches.of(50, 7).shuffled(rng));

        assertThat(all(Batches.of(50, 7).shuffled(rng))).isNotEqualTo(first);
        assertThat(all(Batches.of(50, 7).shuffled(Rng.of(1)))).isEqualTo(first);
    }

    @Test
    void aPartialLastBatchIsDroppedOnRequest() {
        Batches batches = new Batches(10, 4, Batches.LastBatch.DROP);

        assertThat(batches.shuffled(Rng.of(1)))
                .extracting(batch -> batch.length)
                .containsExactly(4, 4);
        assertThat(batches.count()).isEqualTo(2);
        assertThat(new Batches(8, 4, Batches.LastBatch.DROP).count()).isEqualTo(2);
        assertThat(new Batches(3, 4, Batches.LastBatch.DROP).shuffled(Rng.of(1)))
                .isEmpty();
    }

    @Test
    void inOrderGivesAscendingRows() {
        assertThat(Batches.of(5, 2).inOrder()).containsExactly(new int[] {0, 1}, new int[] {2, 3}, new int[] {4});
        assertThat(Batches.of(0, 2).inOrder()).isEmpty();
    }

    @Test
    void theBatchSizeMayBeMuchLargerThanTheNumberOfRows() {
        assertThat(Batches.of(3, Integer.MAX_VALUE).inOrder()).containsExactly(new int[] {0, 1, 2});
    }

    @Test
    void theBatchSizeIsAtLeastOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Batches.of(5, 0))
                .withMessage("rows must be at least 0 and batchSize at least 1, got 5 and 0");
        assertThatIllegalArgumentException().isThrownBy(() -> Batches.of(-1, 1));
    }
}
