package gradus.course;

import java.util.List;

/// An entry of the glossary: a term of the field, what it means, and where the library has it.
///
/// @param name the term as written inside a sentence: `soft thresholding`, `Hessian`
/// @param area the subject that it belongs to: `Linear algebra`
/// @param also synonyms, abbreviations and the names that other libraries use for it
/// @param meaning one or two sentences for somebody who meets the word for the first time
/// @param where types and members of the library: `gradus.ml.classic.Lasso#softThreshold`
public record Term(String name, String area, List<String> also, String meaning, List<String> where) {

    public Term {
        also = List.copyOf(also);
        where = List.copyOf(where);
    }
}
