package gradus.ml.data.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LabelsTest {

    @Test
    void rowsAreSelectedInTheOrderOfTheirIndices() {
        int[] labels = {7, 8, 9};

        assertThat(Labels.selectRows(labels, 2, 0, 0)).containsExactly(9, 7, 7);
        assertThat(Labels.selectRows(labels)).isEmpty();
        assertThat(labels).containsExactly(7, 8, 9);
    }

    @Test
    void aRowThatDoesNotExistIsNamed() {
        assertThatThrownBy(() -> Labels.selectRows(new int[2], 0, 2))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("no row 2 in labels of 2 rows");
        assertThatThrownBy(() -> Labels.selectRows(new int[2], -1)).hasMessage("no row -1 in labels of 2 rows");
    }
}
