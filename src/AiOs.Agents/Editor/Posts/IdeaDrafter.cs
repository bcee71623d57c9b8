using AiOs.Agents.Drafting;
using AiOs.Agents.Drafting.Facts;
using AiOs.Agents.Drafting.Replies;
using AiOs.Contracts.Proposals;

namespace AiOs.Agents.Editor.Posts;

/// <summary>Keeps an idea as a note, and says what was published about the like before and how it did.</summary>
internal static class IdeaDrafter
{
    private const int Most = 2;
    private const int LongWord = 4;

    public static ProposalDraft Draft(DraftDesk desk)
    {
        var kept = KeepDrafter.Draft(desk);
        var wanted = NamedParty.WordsOf(desk.Topic).Where(word => word.Length >= LongWord).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var like = PastAsset.Of(desk.Brief, channel: null).Where(asset => NamedParty.WordsOf(asset.Title).Overlaps(wanted)).Take(Most).ToList();
        return kept with
        {
            Reasons = [.. kept.Reasons, .. like.Select(asset => asset.Measure is null ? $"“{asset.Title}” is there already ({KnownFacts.Cited(asset.Record)})" : asset.Words)],
            Evidence = [.. kept.Evidence, .. like.Where(asset => asset.Record.Fields.ContainsKey(asset.Measure ?? "title")).Select(asset => asset.Evidence)],
        };
    }
}
