package gradus.proctor.figure;

/// A finished picture.
///
/// @param svg an `<svg>` element with a `viewBox` and no fixed size, coloured by classes so that it suits
///     light and dark
/// @param description what it shows at these settings, in words: the same for those who do not see it
public record Picture(String svg, String description) {}
