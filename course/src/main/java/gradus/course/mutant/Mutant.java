package gradus.course.mutant;

import gradus.course.Source;

/// A source of the library with one change in a member that a lab cuts.
///
/// @param id the member, the operator and a hash of the changed code, which stays the same when other lines
///     change: `norm/boundary/3fa2`; code that occurs again has an ordinal, `norm/boundary/3fa2-2`
/// @param member the name of the member, with its class if that is nested: `Model.fit`
/// @param operator what was done: `boundary`
/// @param line the first line that changes, from 1
/// @param before the lines that change, as one line
/// @param after the same lines afterwards
/// @param source the whole source
public record Mutant(
        String id,
        MutantKind kind,
        String member,
        String operator,
        int line,
        String before,
        String after,
        Source source) {}
