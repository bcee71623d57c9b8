using System.Globalization;

namespace AiOs.Connectors.Email.Imap;

/// <summary>
/// How far a folder was read. Its numbers hold only for one UIDVALIDITY. What a folder held when its numbers were first seen may have been dealt
/// with by a person long ago: of that only the unread is taken, and whatever came since the folder was watched at all. What came later is all taken.
/// </summary>
/// <param name="Validity">The UIDVALIDITY that the numbers belong to.</param>
/// <param name="Last">The highest UID that is done.</param>
/// <param name="Old">The highest UID that was there when this UIDVALIDITY was first seen.</param>
/// <param name="Since">When the folder was first watched.</param>
internal sealed record MailboxPosition(uint Validity, uint Last, uint Old, DateTimeOffset Since)
{
    private const string Form = "1";

    /// <summary>The position that a cursor holds; nothing where it holds none.</summary>
    public static MailboxPosition? Parse(string? text) =>
        text?.Split(' ') is [Form, var validity, var last, var old, var since]
        && uint.TryParse(validity, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && uint.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var done)
        && uint.TryParse(old, NumberStyles.None, CultureInfo.InvariantCulture, out var held)
        && long.TryParse(since, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? new MailboxPosition(number, done, held, DateTimeOffset.FromUnixTimeSeconds(seconds))
            : null;

    /// <summary>Where reading begins in a folder as it now is: where it ended, or anew where the server counts anew.</summary>
    /// <param name="known">Where it ended; nothing the first time.</param>
    /// <param name="validity">The folder's UIDVALIDITY.</param>
    /// <param name="next">The UID that the next mail gets; nothing where the server does not say.</param>
    /// <param name="now">The time.</param>
    public static MailboxPosition Of(MailboxPosition? known, uint validity, uint? next, DateTimeOffset now)
    {
        // A server that was put back from a copy may count anew under the old UIDVALIDITY.
        if (known is not null && known.Validity == validity && !(next <= known.Last)) return known;
        return new MailboxPosition(validity, 0, next is > 0 ? next.Value - 1 : uint.MaxValue, known?.Since ?? now);
    }

    /// <summary>Whether a mail is to be taken.</summary>
    public bool Wants(uint uid, bool isRead, DateTimeOffset? arrived) => uid > Last && (uid > Old || !isRead || arrived >= Since);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Form} {Validity} {Last} {Old} {Since.ToUnixTimeSeconds()}");
}
