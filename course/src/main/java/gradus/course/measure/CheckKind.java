package gradus.course.measure;

/// How a check looks for mistakes, as its calls show.
public enum CheckKind {
    /// It compares single results with ones that were found by hand.
    EXAMPLE,
    /// It asserts something for many inputs that are drawn at random.
    PROPERTY,
    /// It compares results with each other: metamorphic relations, linearity, adjoints.
    METAMORPHIC,
    /// It examines a model, its training, gradients, random numbers, purity or cost.
    PROBE
}
