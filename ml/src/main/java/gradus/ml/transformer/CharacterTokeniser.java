package gradus.ml.transformer;

import java.util.stream.Collectors;

/// Text as tokens, a token for each character: the characters that a text has, in the order of Unicode.
///
/// @param vocabulary the characters; token i is the i-th
public record CharacterTokeniser(String vocabulary) {

    /// All characters of `text`.
    public static CharacterTokeniser of(String text) {
        return new CharacterTokeniser(text.chars()
                .distinct()
                .sorted()
                .mapToObj(c -> String.valueOf((char) c))
                .collect(Collectors.joining()));
    }

    /// How many tokens there are.
    public int vocabularySize() {
        return vocabulary.length();
    }

    /// The tokens of `text`.
    ///
    /// @throws IllegalArgumentException if a character is not in the alphabet
    public int[] encode(String text) {
        int[] ids = new int[text.length()];
        int[] known = new int[1 << 16];
        for (int i = 0; i < vocabularySize(); i++) {
            known[vocabulary.charAt(i)] = i + 1;
        }
        for (int i = 0; i < ids.length; i++) {
            ids[i] = known[text.charAt(i)] - 1;
            if (ids[i] < 0) {
                throw new IllegalArgumentException("character \"" + text.charAt(i) + "\" at index " + i
                        + " is not among the " + vocabularySize() + " that the tokens stand for");
            }
        }
        return ids;
    }

    /// The text of these tokens.
    ///
    /// @throws IndexOutOfBoundsException if there is no such token
    public String decode(int... ids) {
        var text = new StringBuilder(ids.length);
        for (int id : ids) {
            if (id < 0 || id >= vocabularySize()) {
                throw new IndexOutOfBoundsException(
                        "there is no token " + id + ": there are " + vocabularySize() + ", counted from 0");
            }
            text.append(vocabulary.charAt(id));
        }
        return text.toString();
    }
}
