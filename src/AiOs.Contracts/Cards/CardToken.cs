using System.Buffers.Text;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Effects;

namespace AiOs.Contracts.Cards;

/// <summary>
/// What a button carries: which thing, and for a decision the card's single-use nonce, in 1 to 64 letters, digits, hyphens and underscores. It holds no
/// values and grants nothing by itself: who taps is proved by the channel. Made from the tap alone, so that cards sent before a restart still work.
/// </summary>
/// <param name="Kind">Which button: one letter.</param>
/// <param name="First">The approval, work item or message.</param>
/// <param name="Second">The nonce, effect or work item; empty where there is none.</param>
public sealed record CardToken(char Kind, Guid First, Guid Second)
{
    private const int IdBytes = 16;

    /// <summary>Writes the token of a tap.</summary>
    /// <param name="tap">The tap.</param>
    /// <returns>At most 45 characters.</returns>
    public static string Of(CardTap tap)
    {
        var token = tap switch
        {
            CardTap.Decide decide => new CardToken(decide.IsListed ? char.ToUpperInvariant(LetterOf(decide.Kind)) : LetterOf(decide.Kind), decide.Approval.Value, Guid.ParseExact(decide.Nonce, "N")),
            CardTap.Answer answer => new CardToken('q', answer.WorkItem.Value, Guid.Empty),
            CardTap.Undo undo => new CardToken('u', undo.WorkItem.Value, Guid.Empty),
            CardTap.Why why => new CardToken('w', why.WorkItem.Value, Guid.Empty),
            CardTap.Refresh refresh => new CardToken('f', refresh.WorkItem.Value, Guid.Empty),
            CardTap.Show show => new CardToken('o', show.WorkItem.Value, Guid.Empty),
            CardTap.Settle settle => new CardToken(LetterOf(settle.Settlement), settle.WorkItem.Value, settle.Effect.Value),
            CardTap.Route route => new CardToken('m', route.Message.Value, route.Target?.Value ?? Guid.Empty),
            _ => throw new InvalidOperationException($"There is no token for {tap.GetType().Name}."),
        };
        return token.Kind + Write(token.First) + (token.Second == Guid.Empty ? string.Empty : Write(token.Second));
    }

    /// <summary>Reads what a client sent.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The token; nothing where it is none.</returns>
    public static CardToken? Read(string? text)
    {
        const int Letters = 22;
        if (text is not { Length: 1 + Letters or 1 + (2 * Letters) } || !Read(text.AsSpan(1, Letters), out var first))
        {
            return null;
        }

        var second = Guid.Empty;
        return text.Length == 1 + Letters || Read(text.AsSpan(1 + Letters), out second) ? new CardToken(text[0], first, second) : null;
    }

    /// <summary>What a decision says; nothing where this decides no approval.</summary>
    public DecisionKind? Decision => Kind switch
    {
        'a' or 'A' => DecisionKind.Approve,
        'r' or 'R' => DecisionKind.Reject,
        'c' or 'C' => DecisionKind.Change,
        _ => null,
    };

    /// <summary>Whether the button stands in a list and not on the card that it is about.</summary>
    public bool IsListed => char.IsAsciiLetterUpper(Kind) || Kind == 'o';

    /// <summary>What is said of a lost attempt; nothing where nothing is.</summary>
    public Settlement? Settlement => Kind switch
    {
        'y' => Effects.Settlement.Happened,
        'n' => Effects.Settlement.DidNotHappen,
        's' => Effects.Settlement.SendAgain,
        _ => null,
    };

    /// <summary>The nonce in the kernel's form.</summary>
    public string Nonce => Second.ToString("N");

    private static char LetterOf(DecisionKind kind) => kind switch
    {
        DecisionKind.Approve => 'a',
        DecisionKind.Reject => 'r',
        _ => 'c',
    };

    private static char LetterOf(Settlement settlement) => settlement switch
    {
        Effects.Settlement.Happened => 'y',
        Effects.Settlement.DidNotHappen => 'n',
        _ => 's',
    };

    private static string Write(Guid id) => Base64Url.EncodeToString(id.ToByteArray(bigEndian: true));

    private static bool Read(ReadOnlySpan<char> text, out Guid id)
    {
        Span<byte> bytes = stackalloc byte[IdBytes];
        var read = Base64Url.IsValid(text, out var length) && length == IdBytes && Base64Url.DecodeFromChars(text, bytes) == IdBytes;
        id = read ? new Guid(bytes, bigEndian: true) : Guid.Empty;
        // Of the ways to write the same bytes, only our own counts.
        return read && text.SequenceEqual(Write(id));
    }
}
