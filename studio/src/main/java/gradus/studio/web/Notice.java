package gradus.studio.web;

/// A message shown instead of the page that was requested.
///
/// @param title the heading, a few words
/// @param sentence what happened, and what to do about it
public record Notice(String title, String sentence) {

    static final Notice UNAUTHORIZED = new Notice(
            "No access",
            "This link has no valid access key. Open the address that Gradus printed when it started; the key is part"
                    + " of it.");

    static final Notice FOREIGN_ORIGIN = new Notice(
            "No access",
            "This request didn't come from a page of this studio; open the address that Gradus printed when it"
                    + " started.");

    static final Notice NOT_FOUND =
            new Notice("Page not found", "There is no page at this address; go back to the Today page.");

    static final Notice TOO_LARGE =
            new Notice("Too large", "The request is larger than 1 MB; shorten your source and try again.");

    static final Notice UNREADABLE = new Notice(
            "Not understood",
            "This request isn't one that a browser sends to this studio; open the address that Gradus printed when it"
                    + " started.");

    static Notice userError(String sentence) {
        return new Notice("That didn't work", sentence);
    }

    static Notice internalError(String reference) {
        return new Notice(
                "Internal error in Gradus",
                "Your work is safe; try again. The details are in the log, under reference " + reference + ".");
    }
}
