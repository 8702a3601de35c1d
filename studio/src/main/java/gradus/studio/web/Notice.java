package gradus.studio.web;

/// Something to tell a person instead of what they asked for.
///
/// @param title a few words
/// @param sentence what happened and what to do
public record Notice(String title, String sentence) {

    static final Notice UNAUTHORIZED = new Notice(
            "The door is closed",
            "Open the address that Gradus printed when it started: it holds the key to this studio.");

    static final Notice FOREIGN_ORIGIN = new Notice(
            "The door is closed",
            "This request did not come from a page of this studio; open the address that Gradus printed when it"
                    + " started.");

    static final Notice NOT_FOUND =
            new Notice("Nothing is here", "There is no page at this address; begin again at Today.");

    static final Notice TOO_LARGE =
            new Notice("That is too much", "What was sent is larger than 1 MB; shorten the source and try again.");

    static Notice userError(String sentence) {
        return new Notice("That cannot be done", sentence);
    }

    static Notice internalError(String reference) {
        return new Notice(
                "Something in Gradus broke",
                "Your work is safe. The log has the details under reference " + reference + "; try again.");
    }
}
