using System.Globalization;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Messages;
using AiOs.Kernel.Grounding;
using AiOs.Kernel.Grounding.Texts;

namespace AiOs.Kernel.Desk;

/// <summary>
/// Tells on a card where the sensitive values of an effect come from. A reply to the sender is one quiet line; a warning is kept for what nothing of
/// the operator's confirms and for what a Record contradicts, so that it is still noticed.
/// </summary>
internal static class GroundsBlocks
{
    private const int MostOfOnePlace = 2;
    private const int MostWarnings = 8;
    private const int MostConflicts = 4;
    private const int MostChecked = 6;
    private const int LongestValue = 80;
    private const int LongestSentence = 240;

    /// <summary>The blocks, most urgent first.</summary>
    /// <param name="grounds">What was found.</param>
    /// <param name="origin">How the message reached us; nothing where there is none.</param>
    /// <returns>At most a screenful.</returns>
    public static IEnumerable<CardBlock> Of(EffectGrounds grounds, ContentOrigin? origin)
    {
        var values = grounds.Values.DistinctBy(value => (value.Kind, value.Value)).ToList();
        var warned = values.Where(value => !Footing.IsGrounded(value.Provenance) && !IsReply(value)).ToList();
        return
        [
            .. Bounded([.. grounds.Conflicts.Select(sentence => Clip(sentence, LongestSentence))], MostConflicts, "And {0} more values that Records contradict."),
            .. Bounded([.. warned.GroupBy(value => (value.Kind, value.Place)).SelectMany(group => Warnings([.. group]))], MostWarnings, "And {0} more lines like these."),
            .. Replies(values, origin),
            .. Checked([.. values.Where(value => Footing.IsGrounded(value.Provenance))]),
        ];
    }

    private static IEnumerable<CardBlock.Warning> Bounded(IReadOnlyList<string> sentences, int most, string rest)
    {
        var shown = sentences.Take(sentences.Count > most ? most - 1 : most).Select(sentence => new CardBlock.Warning(sentence));
        return sentences.Count > most
            ? shown.Append(new CardBlock.Warning(string.Format(CultureInfo.InvariantCulture, rest, sentences.Count - most + 1)))
            : shown;
    }

    private static IEnumerable<string> Warnings(List<GroundedValue> group)
    {
        var shown = group.Count > MostOfOnePlace + 1 ? MostOfOnePlace : group.Count;
        var sentences = group.Take(shown).Select(Warning);
        return group.Count == shown ? sentences : sentences.Append($"And {group.Count - shown} more {Plural(group[0].Kind)} {From(group[0])}.");
    }

    private static string Warning(GroundedValue value)
    {
        var what = $"The {Noun(value.Kind)} {Clip(value.Value, LongestValue)}";
        return value switch
        {
            { Provenance: Provenance.Model } => $"{what} stands nowhere: not in the message, not in your words, not in a Record.",
            _ when Places.IsBefore(value.Place) => $"{what} stood in a Record, which no longer says so.",
            _ when Places.IsOfAnother(value.Place) => $"{what} stands in {Clip(value.Place, LongestValue)}; no Record of whom this touches has it.",
            _ when Places.IsNotConfirmed(value.Place) => $"{what} stands only in {Clip(value.Place, LongestValue)}; nothing of yours confirms it.",
            _ => $"{what} stands only in {InPlace(value.Place)}; nothing of yours confirms it.",
        };
    }

    private static string InPlace(string place) =>
        place is Places.Sender or Places.Forwarder ? "the address of " + place : place is Places.Recipients ? "the list of " + place : Clip(place, LongestValue);

    private static string From(GroundedValue value) =>
        value.Provenance is Provenance.Model ? "that stand nowhere" : "from " + Clip(value.Place, LongestValue);

    /// <summary>An answer goes to whom the message named: worth a line, not a warning.</summary>
    private static bool IsReply(GroundedValue value) =>
        value is { Kind: SensitiveKind.Recipient, Provenance: Provenance.External, Place: Places.Sender or Places.Recipients };

    private static IEnumerable<CardBlock> Replies(List<GroundedValue> values, ContentOrigin? origin)
    {
        var replies = values.Where(IsReply).ToList();
        if (replies.Exists(value => value.Place == Places.Sender))
        {
            yield return new CardBlock.Hint(origin switch
            {
                ContentOrigin.InlineForward => "Goes to an address that was read from the forwarded text, which anybody can write.",
                ContentOrigin.AttachedForward => "Goes to the sender of the forwarded mail.",
                ContentOrigin.DirectMail => "Goes to the sender of this mail.",
                _ => "Goes to the sender of this message.",
            });
        }

        var others = replies.Where(value => value.Place == Places.Recipients).Select(value => Clip(value.Value, LongestValue)).ToList();
        if (others.Count > 0)
        {
            var more = others.Count > MostOfOnePlace ? $" and {others.Count - MostOfOnePlace} more" : string.Empty;
            yield return new CardBlock.Hint($"Also goes to {string.Join(", ", others.Take(MostOfOnePlace))}{more}, named as recipients in the message.");
        }
    }

    private static IEnumerable<CardBlock> Checked(List<GroundedValue> values)
    {
        if (values.Count == 0)
        {
            return [];
        }

        var shown = values.Count > MostChecked ? MostChecked - 1 : values.Count;
        var rows = values.Take(shown).Select(value => new Fact("Checked", Clip($"{value.Name} {Clip(value.Value, LongestValue)} — {Source(value)}", LongestSentence)));
        return [new CardBlock.Facts([.. rows, .. values.Count == shown ? [] : (Fact[])[new Fact("Checked", $"and {values.Count - shown} more")]])];
    }

    private static string Source(GroundedValue value) =>
        value is { Provenance: Provenance.Record, Version: { } version } ? string.Create(CultureInfo.InvariantCulture, $"{value.Place}, version {version}") : value.Place;

    private static string Noun(SensitiveKind kind) => kind switch
    {
        SensitiveKind.Recipient => "address",
        SensitiveKind.BankAccount => "bank account",
        SensitiveKind.Amount => "amount",
        SensitiveKind.Url => "link",
        SensitiveKind.Date => "date",
        _ => "value",
    };

    private static string Plural(SensitiveKind kind) => Noun(kind) + (kind is SensitiveKind.Recipient ? "es" : "s");

    /// <summary>One line; what nobody can see is shown by its number, so that two values that differ look different.</summary>
    private static string Clip(string text, int longest)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, longest));
        var seen = string.Concat(head.ToArray().Select(c =>
            char.IsWhiteSpace(c) ? " " : Pieces.IsHidden(c) ? string.Create(CultureInfo.InvariantCulture, $"[U+{(int)c:X4}]") : c.ToString()));
        return text.Length > longest ? seen + "…" : seen;
    }
}
