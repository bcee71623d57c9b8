using System.Globalization;
using System.Text.Json;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Proposals;
using AiOs.Contracts.Proposals.Splits;
using AiOs.Kernel.Context;
using AiOs.Kernel.Grounding;

namespace AiOs.Kernel.WorkItems.Splitting;

/// <summary>
/// Proposes one work item for each of several things that a message asks for. Whoever found them, they are places in the message's own text, and what
/// is no clean cut of it is not split. Pure.
/// </summary>
internal static class SplitDraft
{
    public const int Most = 12;

    private const int LongestQuote = 80;

    /// <summary>The proposal; nothing where the work item is to be done as one.</summary>
    public static ProposalDraft? Of(WorkItem item, Intent intent)
    {
        if (item is not { Plan: null, Content: { PartOf: null, Occasion: null, CameBack: not true } content } || !IsCleanCut(content.Text, intent.Parts) || !IsOwn(item, content, intent.Parts))
        {
            return null;
        }

        var parts = intent.Parts.Select(part => new WorkPart(part.Start, part.Length)).ToArray();
        var quotes = parts.Select((part, index) => string.Create(CultureInfo.InvariantCulture, $"{index + 1}) “{Clipped.To(Flat(content.Text.Substring(part.Start, part.Length)), LongestQuote)}”"));
        return new ProposalDraft
        {
            Summary = $"It asks for {parts.Length} things, so each becomes a work item of its own: {string.Join("; ", quotes)}",
            Reasons = intent.Reasons,
            Confidence = intent.Confidence,
            Effects = [new EffectDraft(EffectKind.WorkSplit, JsonSerializer.Serialize(new WorkSplitArguments(item.Id, parts), ArgumentsJson.Default.WorkSplitArguments))],
        };
    }

    private static bool IsCleanCut(string text, IReadOnlyList<IntentPart> parts)
    {
        var end = 0;
        foreach (var part in parts)
        {
            if (part.Start < end || part.Length < 1 || part.Start > text.Length - part.Length || string.IsNullOrWhiteSpace(text.Substring(part.Start, part.Length)) || IsInLetter(text, part.Start) || IsInLetter(text, part.Start + part.Length))
            {
                return false;
            }

            end = part.Start + part.Length;
        }

        return parts.Count is >= 2 and <= Most;
    }

    /// <summary>A character of two code units is not cut in two.</summary>
    private static bool IsInLetter(string text, int at) => at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) && char.IsHighSurrogate(text[at - 1]);

    /// <summary>What the operator only quoted would stand alone as if they had said it.</summary>
    private static bool IsOwn(WorkItem item, MessageContent content, IReadOnlyList<IntentPart> parts)
    {
        if (item.Received!.Authority is not Authority.Operator || content.Origin is not ContentOrigin.Typed)
        {
            return true;
        }

        var own = OperatorText.Own(content.Text);
        return parts.All(part => own.Contains(content.Text.Substring(part.Start, part.Length).Trim(), StringComparison.Ordinal));
    }

    private static string Flat(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
