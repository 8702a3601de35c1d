package gradus.proctor.figure;

/// A rendered picture with a text alternative.
///
/// @param svg an `<svg>` element with a `viewBox` and no fixed size, coloured by CSS classes for light and
///     dark mode
/// @param description what the picture shows for these control values, for readers who can't see it
public record Picture(String svg, String description) {}
