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

/// Text as tokens, and tokens in pieces.
class TextTest {

    @Test
    void theAlphabetIsEveryCharacterOnceInTheOrderOfUnicode() {
        CharacterTokeniser characterTokeniser = CharacterTokeniser.of("hello, world");
        assertThat(characterTokeniser.vocabulary()).isEqualTo(" ,dehlorw");
        assertThat(characterTokeniser.vocabularySize()).isEqualTo(9);
        assertThat(characterTokeniser.encode("held")).containsExactly(4, 3, 5, 2);
        assertThat(CharacterTokeniser.of("").vocabularySize()).isZero();
    }

    @Test
    void whatIsReadFromTokensIsWhatWasWrittenInThem() {
        String text = "Größe\n\t\u0000 “ß” \uFFFF 😀 λ";
        CharacterTokeniser characterTokeniser = CharacterTokeniser.of(text);
        for (String each : List.of(text, "", "ßßß", "😀")) {
            assertThat(characterTokeniser.decode(characterTokeniser.encode(each)))
                    .isEqualTo(each);
        }
        assertThat(characterTokeniser.encode(characterTokeniser.vocabulary()))
                .isEqualTo(
                        IntStream.range(0, characterTokeniser.vocabularySize()).toArray());
    }

    @Test
    void aCharacterOrATokenThatThereIsNotIsRefusedWithItsPlace() {
        CharacterTokeniser characterTokeniser = CharacterTokeniser.of("abc");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> characterTokeniser.encode("abx"))
                .withMessageContaining("character \"x\" at index 2 is not among the 3");
        for (int id : new int[] {-1, 3}) {
            assertThatThrownBy(() -> characterTokeniser.decode(0, id))
                    .isInstanceOf(IndexOutOfBoundsException.class)
                    .hasMessage("there is no token " + id + ": there are 3, counted from 0");
        }
    }

    @Test
    void aPieceIsFollowedByItselfMovedOn() {
        Batch batch = Corpus.of(new int[] {10, 11, 12, 13, 14, 15}).batchAt(3, 2, 0);
        assertThat(batch.size()).isEqualTo(2);
        assertThat(batch.ids()).containsExactly(12, 13, 14, 10, 11, 12);
        assertThat(batch.targets()).containsExactly(13, 14, 15, 11, 12, 13);
    }

    @Test
    void piecesComeFromAnywhereAndEndWithTheText() {
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
    void theOnlyPieceOfATextThatIsJustLongEnoughIsDrawn() {
        assertThat(Corpus.of(new int[] {7, 8, 9}).sampleBatch(1, 2, Rng.of(1)).ids())
                .containsExactly(7, 8);
    }

    @Test
    void piecesThatThereAreNotAreRefused() {
        Corpus corpus = Corpus.of(new int[] {1, 2, 3});
        assertThat(corpus.size()).isEqualTo(3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> corpus.sampleBatch(1, 3, Rng.of(1)))
                .withMessageContaining("pieces of 3 tokens need a text of more than that, got 3");
        for (int from : new int[] {-1, 1}) {
            assertThatThrownBy(() -> corpus.batchAt(2, from))
                    .isInstanceOf(IndexOutOfBoundsException.class)
                    .hasMessage("no piece of 2 tokens begins at " + from);
        }
    }

    @Test
    void aCorpusKeepsItsOwnTokens() {
        int[] tokens = {1, 2, 3};
        Corpus corpus = Corpus.of(tokens);
        tokens[0] = 9;
        assertThat(corpus.batchAt(2, 0).ids()).containsExactly(1, 2);
    }
}
