using System.Text.Json;
using AiOs.Agents.Drafting;
using AiOs.Agents.Intake;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Proposals;
using AiOs.Contracts.Records;

namespace AiOs.Agents.Records;

/// <summary>Drafts the merge of two Records that the operator typed: what the one takes over, then that the other gives way. Nothing is merged before they approved it.</summary>
internal static class MergeDrafter
{
    /// <summary>Drafts the merge.</summary>
    /// <param name="desk">A brief of typed words of the operator.</param>
    /// <param name="text">The words.</param>
    /// <returns>The proposal or one question; nothing where the words ask for no merge.</returns>
    public static ProposalDraft? Draft(DraftDesk desk, string text)
    {
        if (MergeRequest.Read(text) is not { } request)
        {
            return null;
        }

        var (gone, stays) = (Find(desk, request.Gone), Find(desk, request.Stays));
        return gone is null ? Question(desk, $"I find no single Record of “{PlainText.Line(request.Gone, 60)}”. Name both by id, as /clients lists them: “merge client/b into client/a”.")
            : stays is null ? Question(desk, $"I find no single Record of “{PlainText.Line(request.Stays, 60)}”. Name both by id, as /clients lists them: “merge client/b into client/a”.")
            : gone.Id == stays.Id ? Question(desk, $"Both are {gone.Id}. Which other Record is it to be merged with?")
            : gone.Id.Type != stays.Id.Type ? Question(desk, $"{gone.Id} is a {gone.Id.Type} and {stays.Id} a {stays.Id.Type}, so they cannot be merged. Which two of one type do you mean?")
            : Proposal(desk, gone, stays);
    }

    private static ProposalDraft Proposal(DraftDesk desk, RecordSnapshot gone, RecordSnapshot stays)
    {
        var union = RecordUnion.Of(stays, gone);
        string[] people = [.. RecordUnion.AddressesIn(stays).Concat(RecordUnion.AddressesIn(gone)).Distinct(StringComparer.OrdinalIgnoreCase)];
        var write = new RecordWriteArguments
        {
            Record = stays.Id,
            ExpectedVersion = stays.Version,
            Fields = union.Fields,
            Reason = $"{gone.Id} was merged into it",
            People = people,
        };
        var merge = new RecordMergeArguments
        {
            Record = gone.Id,
            ExpectedVersion = gone.Version,
            Into = stays.Id,
            LeftBehind = union.LeftBehind.Count == 0 ? null : union.LeftBehind,
            People = people,
        };
        return new ProposalDraft
        {
            Summary = $"Merge {gone.Id} into {stays.Id}.",
            Reasons = ["you typed it", .. union.LeftBehind.Select(left => $"{left.Key}: {stays.Id} keeps {stays.Fields[left.Key].Value}; {left.Value} of {gone.Id} is left behind")],
            Evidence = [Words(desk), Cited(gone), Cited(stays)],
            Confidence = Confidence.Certain,
            Effects =
            [
                .. union.Fields.Count == 0 ? [] : (EffectDraft[])[EffectDrafts.Record(write)],
                new EffectDraft(EffectKind.RecordMerge, JsonSerializer.Serialize(merge, ArgumentsJson.Default.RecordMergeArguments)),
            ],
        };
    }

    /// <summary>By id, or by an address that only one Record has.</summary>
    private static RecordSnapshot? Find(DraftDesk desk, string name)
    {
        var found = desk.Brief.Facts.Where(record => record.Id.ToString() == name
            || RecordUnion.AddressesIn(record).Contains(name, StringComparer.OrdinalIgnoreCase)).Take(2).ToList();
        return found.Count == 1 ? found[0] : null;
    }

    private static ProposalDraft Question(DraftDesk desk, string question) => new()
    {
        Summary = "Two Records are to be merged; I need a word more.",
        Reasons = ["you typed it"],
        Evidence = [Words(desk)],
        Confidence = Confidence.Certain,
        Question = question,
    };

    private static Evidence Cited(RecordSnapshot record) => new("record " + record.Id, record.Version, $"version {record.Version}", Provenance.Record);

    private static Evidence Words(DraftDesk desk) => new("message", null, PlainText.Line(desk.Message.Text, 120), Provenance.Operator);
}
