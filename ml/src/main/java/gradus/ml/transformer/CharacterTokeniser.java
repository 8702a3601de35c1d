package gradus.ml.transformer;

import java.util.stream.Collectors;

/// Character-level tokeniser: each character is a token, an integer that is its index in the vocabulary.
///
/// A character is a Java `char`, a UTF-16 code unit: an emoji, for instance, becomes two tokens.
///
/// @param vocabulary all characters with a token; token i is the character at index i
public record CharacterTokeniser(String vocabulary) {

    /// Checks the vocabulary.
    ///
    /// @throws IllegalArgumentException if it has a character twice
    public CharacterTokeniser {
        for (int i = 0; i < vocabulary.length(); i++) {
            int first = vocabulary.indexOf(vocabulary.charAt(i));
            if (first < i) {
                throw new IllegalArgumentException("the vocabulary must have each character once, got \""
                        + vocabulary.charAt(i) + "\" at index " + first + " and " + i);
            }
        }
    }

    /// A tokeniser whose vocabulary is every character of `text` once, in the order of their code units.
    public static CharacterTokeniser of(String text) {
        return new CharacterTokeniser(text.chars()
                .distinct()
                .sorted()
                .mapToObj(c -> String.valueOf((char) c))
                .collect(Collectors.joining()));
    }

    /// Vocabulary size: the number of different tokens.
    public int vocabularySize() {
        return vocabulary.length();
    }

    /// Encodes a text as token ids.
    ///
    /// @throws IllegalArgumentException if a character is not in the vocabulary
    public int[] encode(String text) {
        int[] ids = new int[text.length()];
        int[] idPlusOne = new int[1 << 16];
        for (int i = 0; i < vocabularySize(); i++) {
            idPlusOne[vocabulary.charAt(i)] = i + 1;
        }
        for (int i = 0; i < ids.length; i++) {
            ids[i] = idPlusOne[text.charAt(i)] - 1;
            if (ids[i] < 0) {
                throw new IllegalArgumentException("character \"" + text.charAt(i) + "\" at index " + i
                        + " is not in the vocabulary of " + vocabularySize() + " characters");
            }
        }
        return ids;
    }

    /// Decodes token ids to a text.
    ///
    /// @throws IndexOutOfBoundsException if an id is not from 0 to `vocabularySize() − 1`
    public String decode(int... ids) {
        var text = new StringBuilder(ids.length);
        for (int id : ids) {
            if (id < 0 || id >= vocabularySize()) {
                throw new IndexOutOfBoundsException("token " + id + " is out of range: the vocabulary has "
                        + vocabularySize() + " tokens, counted from 0");
            }
            text.append(vocabulary.charAt(id));
        }
        return text.toString();
    }
}
