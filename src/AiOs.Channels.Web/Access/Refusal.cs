namespace AiOs.Channels.Web.Access;

/// <summary>Why a request is not carried out.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Sentence">One sentence for people that says what to do.</param>
internal sealed record Refusal(int Status, string Sentence)
{
    public static Refusal NoKey { get; } = new(401, "This page needs its key: open the address that AiOs printed when it started.");

    public static Refusal NotLoopback { get; } = new(403, "The web chat is served only to this machine, as 127.0.0.1 or localhost.");

    public static Refusal ForeignOrigin { get; } = new(403, "That came from another site, so nothing was done: use the page itself.");

    public static Refusal Unknown { get; } = new(404, "There is no such thing here: it may have been mistyped.");

    public static Refusal TooLarge { get; } = new(413, "That is larger than this takes (30 MB for a mail), so it was not read: send it without its largest attachments.");

    public static Refusal CutOff { get; } = new(400, "The request ended early or was malformed: send it again.");

    public static Refusal Busy { get; } = new(503, "The workspace cannot take this right now, and nothing was changed: try again in a moment.");

    public static Refusal Broken { get; } = new(503, "The workspace needs attention, and nothing was changed: the host's log says why.");

    public static Refusal Fault { get; } = new(500, "Something went wrong here: the host's log says what, and the journal says what was done.");
}
