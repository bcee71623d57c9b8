using System.Text.Json;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Ports;
using AiOs.Contracts.Proposals;
using AiOs.Contracts.Records;
using AiOs.Kernel.Grounding;
using AiOs.Kernel.Grounding.Reading;
using AiOs.Kernel.Journal;
using AiOs.Kernel.Records;
using AiOs.Kernel.WorkItems;

namespace AiOs.Kernel.Context;

/// <summary>Asks for a missing fact once, whoever needs it, and makes of the operator's answer a field that every later work item finds.</summary>
internal sealed class MissingFacts(WorkspaceJournal journal, IJournalStore store)
{
    private const int PageSize = 200;
    private const int LongestAnswer = 120;

    /// <summary>What follows from a draft that misses a fact: a question, or waiting for the answer to one that is open elsewhere.</summary>
    public async Task<JournalEvent> AskAsync(WorkItem item, ProposalId proposal, MissingFact missing, CancellationToken cancellationToken)
    {
        var asked = new QuestionAsked(proposal) { Personal = new QuestionAsked.Words(missing.Question) };
        if (AskedFact.IsKnownTo((RecordState)await journal.LoadAsync(StreamId.Of(missing.Record), cancellationToken), missing.Field))
        {
            // The agent cannot use what is known, so it is no fact that is missing: the answer is for this work item.
            return asked;
        }

        return await FindAskerAsync(item.Id, missing, cancellationToken) is { } asker
            ? new FactAwaited(proposal, missing.Record, missing.Field, asker)
            : asked with { Record = missing.Record, Field = missing.Field, Kind = missing.Kind };
    }

    /// <summary>The effect that keeps the operator's answer; nothing where the answer does not hold what was asked for.</summary>
    public async Task<EffectDraft?> KeepAsync(AskedFact asked, string answer, CancellationToken cancellationToken)
    {
        if (ValueIn(answer, asked) is not { } value)
        {
            return null;
        }

        var record = (RecordState)await journal.LoadAsync(StreamId.Of(asked.Record), cancellationToken);
        var write = new RecordWriteArguments
        {
            Record = asked.Record,
            ExpectedVersion = record.Version,
            Fields = new Dictionary<string, RecordField> { [asked.Field] = new(value, Provenance.Operator) },
        };
        return new EffectDraft(EffectKind.RecordWrite, JsonSerializer.Serialize(write, ArgumentsJson.Default.RecordWriteArguments));
    }

    /// <summary>One short line in the operator's own words. A question or a longer text says something else, and stays an answer for this work item alone.</summary>
    private static string? ValueIn(string answer, AskedFact asked)
    {
        var own = OperatorText.Own(answer).Trim().TrimEnd('.');
        var usable = own.Length is > 0 and <= LongestAnswer && !own.AsSpan().ContainsAny('\n', '?');
        return usable && (asked.Kind is not { } kind || Readings.In(kind, own).Any()) ? own : null;
    }

    private async Task<WorkItemId?> FindAskerAsync(WorkItemId self, MissingFact missing, CancellationToken cancellationToken)
    {
        WorkItemId? before = null;
        while (true)
        {
            var page = await store.ListWorkItemsAsync(PageSize, before, openOnly: true, cancellationToken);
            foreach (var row in page.Where(row => row.Id != self && row.State is WorkItemState.NeedsAnswer or WorkItemState.AwaitingApproval or WorkItemState.Working))
            {
                if (await AsksAsync(row.Id, missing, cancellationToken) is not { } asks)
                {
                    continue;
                }

                // Whoever waits knows whom for; but that one may have ended meanwhile.
                if (asks.AskedBy is not { } asker || await AsksAsync(asker, missing, cancellationToken) is { AskedBy: null })
                {
                    return asks.AskedBy ?? row.Id;
                }
            }

            if (page.Count < PageSize)
            {
                return null;
            }

            before = page[^1].Id;
        }
    }

    private async Task<AskedFact?> AsksAsync(WorkItemId id, MissingFact missing, CancellationToken cancellationToken) =>
        await journal.LoadAsync(StreamId.Of(id), cancellationToken) is WorkItem { Ended: null, Asks: { } asks } && asks.Record == missing.Record && asks.Field == missing.Field ? asks : null;
}
