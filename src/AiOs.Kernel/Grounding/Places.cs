using AiOs.Contracts.Ids;
using AiOs.Contracts.Messages;

namespace AiOs.Kernel.Grounding;

/// <summary>The names of places, as people read them.</summary>
internal static class Places
{
    public const string Nowhere = "found nowhere";
    public const string OperatorWords = "your words";
    public const string Quoted = "the text you quoted";
    public const string Sender = "the sender";
    public const string Forwarder = "the forwarder";
    public const string Recipients = "the mail's recipients";
    public const string Date = "the mail's date";
    public const string Subject = "the subject";
    public const string SenderName = "the sender's name";
    public const string AttachedFile = "the attached file";
    public const string Note = "the note above the forwarded mail";

    private const string Another = " (somebody else's)";
    private const string Unconfirmed = " (not confirmed)";
    private const string Former = " (before it changed)";

    public static string TextOf(MessageContent message) => message.Origin switch
    {
        ContentOrigin.Typed => "the message's text",
        ContentOrigin.DirectMail => "the mail's text",
        _ => "the forwarded text",
    };

    public static string NotConfirmed(RecordId record) => record + Unconfirmed;

    public static string OfAnother(RecordId record) => record + Another;

    public static bool IsOfAnother(string place) => place.EndsWith(Another, StringComparison.Ordinal);

    public static string Before(RecordId record) => record + Former;

    public static bool IsNotConfirmed(string place) => place.EndsWith(Unconfirmed, StringComparison.Ordinal);

    public static bool IsBefore(string place) => place.EndsWith(Former, StringComparison.Ordinal);
}
