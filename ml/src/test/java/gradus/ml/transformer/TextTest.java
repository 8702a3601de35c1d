package gradus.ml.transformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.ml.numbers.Rng;
import gradus.ml.transformer.Corpus.Batch;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Tokenising text, and cutting tokens into windows.
class TextTest {

    @Test
    void theVocabularyIsEveryCharacterOnceInOrder() {
        CharacterTokeniser tokeniser = CharacterTokeniser.of("hello, world");
        assertThat(tokeniser.vocabulary()).isEqualTo(" ,dehlorw");
        assertThat(tokeniser.vocabularySize()).isEqualTo(9);
        assertThat(tokeniser.encode("held")).containsExactly(4, 3, 5, 2);
        assertThat(CharacterTokeniser.of("").vocabularySize()).isZero();
    }

    @Test
    void decodeReversesEncode() {
        String text = "Größe\n\t\u0000 “ß” \uFFFF 😀 λ";
        CharacterTokeniser tokeniser = CharacterTokeniser.of(text);
        for (String each : List.of(text, "", "ßßß", "😀")) {
            assertThat(tokeniser.decode(tokeniser.encode(each))).isEqualTo(each);
        }
        assertThat(tokeniser.encode(tokeniser.vocabulary()))
                .isEqualTo(IntStream.range(0, tokeniser.vocabularySize()).toArray());
    }

    @Test
    void unknownCharactersAndTokensAreRejected() {
        CharacterTokeniser tokeniser = CharacterTokeniser.of("abc");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tokeniser.encode("abx"))
                .withMessageContaining("character \"x\" at index 2 is not in the vocabulary of 3 characters");
        for (int id : new int[] {-1, 3}) {
            assertThatThrownBy(() -> tokeniser.decode(0, id))
                    .isInstanceOf(IndexOutOfBoundsException.class)
                    .hasMessage("token " + id + " is out of range: the vocabulary has 3 tokens, counted from 0");
        }
    }

    @Test
    void aVocabularyWithACharacterTwiceIsRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CharacterTokeniser("abca"))
                .withMessage("the vocabulary must have each character once, got \"a\" at index 0 and 3");
    }

    @Test
    void targetsAreTheWindowShiftedByOne() {
        Batch batch = Corpus.of(new int[] {10, 11, 12, 13, 14, 15}).batchAt(3, 2, 0);
        assertThat(batch.size()).isEqualTo(2);
        assertThat(batch.ids()).containsExactly(12, 13, 14, 10, 11, 12);
        assertThat(batch.targets()).containsExactly(13, 14, 15, 11, 12, 13);
    }

    @Test
    void windowsStartAnywhereAndEndWithinTheText() {
        Corpus corpus = Corpus.of(IntStream.range(0, 12).toArray());
        Set<Integer> starts = new HashSet<>();
        Rng rng = Rng.of(1);
        for (int i = 0; i < 50; i++) {
            Batch batch = corpus.sampleBatch(4, 3, rng);
            assertThat(batch.ids()).hasSize(12);
            for (int at = 0; at < 12; at++) {
                assertThat(batch.targets()[at]).isEqualTo(batch.ids()[at] + 1);
            }
            for (int row = 0; row < 4; row++) {
                starts.add(batch.ids()[3 * row]);
            }
        }
        assertThat(starts).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(corpus.sampleBatch(4, 3, Rng.of(2)).ids())
                .isEqualTo(corpus.sampleBatch(4, 3, Rng.of(2)).ids());
    }

    @Test
    void theOnlyPossibleWindowIsDrawn() {
        assertThat(Corpus.of(new int[] {7, 8, 9}).sampleBatch(1, 2, Rng.of(1)).ids())
                .containsExactly(7, 8);
    }

    @Test
    void windowsOutsideTheCorpusAreRejected() {
        Corpus corpus = Corpus.of(new int[] {1, 2, 3});
        assertThat(corpus.size()).isEqualTo(3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> corpus.sampleBatch(1, 3, Rng.of(1)))
                .withMessageContaining("windows of 3 tokens need a corpus of at least 4 tokens, got 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> corpus.batchAt(2))
                .withMessageContaining("at least 1 start, got none");
        for (int length : new int[] {0, -1, Integer.MIN_VALUE}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> corpus.batchAt(length, 0))
                    .withMessageContaining("sequenceLength must be at least 1, got " + length);
        }
        for (int from : new int[] {-1, 1}) {
            assertThatThrownBy(() -> corpus.batchAt(2, from))
                    .isInstanceOf(IndexOutOfBoundsException.class)
                    .hasMessage("start " + from + " is out of range: windows of 2 tokens start at 0 to 0");
        }
    }

    @Test
    void aCorpusCopiesItsTokens() {
        int[] tokens = {1, 2, 3};
        Corpus corpus = Corpus.of(tokens);
        tokens[0] = 9;
        assertThat(corpus.batchAt(2, 0).ids()).containsExactly(1, 2);
    }

    @Test
    void aSliceIsACorpusOfItsOwn() {
        Corpus corpus = Corpus.of(new int[] {1, 2, 3, 4, 5});
        assertThat(corpus.slice(1, 4).batchAt(2, 0).ids()).containsExactly(2, 3);
        assertThat(corpus.slice(1, 4).batchAt(2, 0).targets()).containsExactly(3, 4);
        assertThat(corpus.slice(0, 5).size()).isEqualTo(5);
        assertThat(corpus.slice(5, 5).size()).isZero();
        for (int[] range : new int[][] {{-1, 2}, {3, 2}, {0, 6}}) {
            assertThatThrownBy(() -> corpus.slice(range[0], range[1])).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void frequenciesAreFractionsOfTheCorpus() {
        Corpus corpus = Corpus.of(new int[] {0, 3, 3, 1, 3});
        assertThat(corpus.frequencies(5)).containsExactly(0.2, 0.2, 0, 0.6, 0);
        for (int vocabularySize : new int[] {3, 0, -1}) {
            assertThatThrownBy(() -> corpus.frequencies(vocabularySize))
                    .isInstanceOf(IndexOutOfBoundsException.class)
                    .hasMessageContaining("the vocabulary has " + vocabularySize + " tokens");
        }
        assertThatThrownBy(() -> Corpus.of(new int[] {-1}).frequencies(3))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessageContaining("token -1 at index 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> corpus.slice(2, 2).frequencies(5))
                .withMessage("frequencies need a corpus of at least 1 token, got none");
    }

    @Test
    void aBatchOfUnequalWindowsOrWithTooFewTargetsIsRejected() {
        assertThat(new Batch(new int[6], new int[6], 3).size()).isEqualTo(3);
        for (int[] sizes : new int[][] {{6, 6, 0}, {6, 6, -3}, {6, 6, 4}, {6, 5, 3}, {6, 7, 3}, {0, 0, 1}}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Batch(new int[sizes[0]], new int[sizes[1]], sizes[2]))
                    .withMessageContaining("got size " + sizes[2] + ", " + sizes[0] + " tokens and " + sizes[1]);
        }
    }
}
