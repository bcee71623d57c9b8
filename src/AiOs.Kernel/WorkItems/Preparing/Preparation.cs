using AiOs.Contracts;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Context;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Ports;
using AiOs.Contracts.Proposals;
using AiOs.Contracts.Records;
using AiOs.Kernel.Agents;
using AiOs.Kernel.Context;
using AiOs.Kernel.Effects;
using AiOs.Kernel.Grounding;
using AiOs.Kernel.Hosting;
using AiOs.Kernel.Records;
using AiOs.Kernel.Timing;
using AiOs.Kernel.WorkItems.Routines;
using AiOs.Kernel.WorkItems.Splitting;
using Microsoft.Extensions.Logging;

namespace AiOs.Kernel.WorkItems.Preparing;

/// <summary>
/// The steps of the agents: reading the message, drafting, and looking up what the draft would touch. They change nothing, so they run
/// outside the writer; what they read is named, so that the writer can tell whether it moved meanwhile.
/// </summary>
internal sealed partial class Preparation(Understanding understanding, AgentRoster roster, EffectCatalog catalog, RecordReader records, RelatedRecords related, BriefContext context, MissingFacts missing, Routines.Routines routines, WorkspaceSettings settings, IdSource ids, TimeProvider time, ILogger<Preparation> logger)
{
    /// <summary>Whether preparing it may ask somebody outside. What the program does by itself is worded by nobody, unless the operator wants other words.</summary>
    public bool CallsOut(WorkItem item) =>
        (understanding.CallsOut || roster.CallsOut) && (item.Content?.Occasion is null || item.Redraft is Redraft.Changed);

    /// <summary>Prepares a work item up to its proposal. What an agent cannot do becomes a fact as well.</summary>
    public async Task<Prepared> PrepareAsync(WorkItem item, CancellationToken cancellationToken)
    {
        var facts = new List<JournalEvent>(4);
        try
        {
            if (await routines.FindAsync(item, cancellationToken) is { } routine)
            {
                return await RoutineAsync(item, routine, cancellationToken);
            }

            var lessons = await context.LessonsAsync(item, cancellationToken);
            var known = await KnownAsync(item, cancellationToken);
            if (item.Intent is null)
            {
                Add(await understanding.ReadAsync(item, known, lessons, cancellationToken));
                if (item.DraftFrom > time.Instant())
                {
                    return new Prepared(facts, VersionsOf(known));
                }
            }

            var (drafted, read) = await DraftAsync(item, known, lessons, cancellationToken);
            return new Prepared([.. facts, .. drafted], VersionsOf(read));
        }
        catch (AiOsException fault) when (fault.IsTransient)
        {
            throw;
        }
        catch (Exception fault) when (fault is not (OutOfMemoryException or OperationCanceledException))
        {
            LogFailed(logger, fault, item.Id.ToString());
            return new Prepared([.. facts, new AgentFailed(item.Intent is { } intent ? roster.For(intent).Name : AgentName.Intake, fault is OutsideGrantException ? "outside-grant" : "unusable-result")], []);
        }

        void Add(JournalEvent happened)
        {
            facts.Add(happened);
            item = (WorkItem)item.Apply(happened, time.Instant());
        }
    }

    /// <summary>Fixes drafts that take something back: the same way as any other, so that they are judged and asked like any other.</summary>
    public async Task<Prepared> CompensateAsync(WorkItem item, IReadOnlyList<(EffectId Original, EffectDraft Draft)> drafts, CancellationToken cancellationToken)
    {
        var effects = drafts.Select(one => catalog.Fix(one.Draft)).ToArray();
        var (grounds, known) = await GroundAsync(item, effects, [], cancellationToken);
        var lines = effects.Select((effect, index) => catalog.LineOf(effect) with { Compensates = drafts[index].Original }).ToArray();
        var words = new ProposalDrafted.Words("Take back what was done.", ["A later part did not happen, or you asked for it."], [], [.. effects.Select(EffectBytes.TextOf)]) { Grounds = grounds };
        return new Prepared([new ProposalDrafted(new ProposalId(ids.Next()), AgentName.Kernel, Confidence.Certain, lines) { Personal = words }], VersionsOf(known));
    }

    /// <summary>What the program itself has to do needs no understanding, and is proposed like all else.</summary>
    private async Task<Prepared> RoutineAsync(WorkItem item, IRoutine routine, CancellationToken cancellationToken)
    {
        if (item is { Redraft: Redraft.Answered, Asks: { AskedBy: null } asked } && await missing.KeepAsync(asked, item.OperatorWords[^1], cancellationToken) is { } keep)
        {
            var (kept, known) = await KeepAsync(item, keep, [], cancellationToken);
            return new Prepared(kept, VersionsOf(known));
        }

        var prepared = await routine.DraftAsync(item, cancellationToken);
        var draft = await ChangedAsync(item, prepared.Draft, cancellationToken);
        var effects = draft.Effects.Select(catalog.Fix).ToArray();
        var (grounds, read) = await GroundAsync(item, effects, prepared.Read, cancellationToken);
        var drafted = new ProposalDrafted(new ProposalId(ids.Next()), prepared.Agent, draft.Confidence, [.. effects.Select(catalog.LineOf)])
        {
            Continues = prepared.Continues ? true : null,
            Personal = new ProposalDrafted.Words(draft.Summary, draft.Reasons, draft.Evidence, [.. effects.Select(EffectBytes.TextOf)]) { Grounds = grounds },
        };
        var facts = new List<JournalEvent>(item.Intent is null ? [Understanding.Known] : []);
        facts.AddRange(prepared.Facts);
        facts.Add(drafted);
        if (draft.Missing is { } fact)
        {
            facts.Add(await missing.AskAsync(item, drafted.Proposal, fact, cancellationToken));
        }
        else if (draft.Question is { Length: > 0 } question)
        {
            facts.Add(new QuestionAsked(drafted.Proposal) { Personal = new QuestionAsked.Words(question) });
        }

        return new Prepared(facts, VersionsOf(read));
    }

    /// <summary>What the operator wants different in a routine's draft is read as in any other; what cannot be read changes nothing, and that is said.</summary>
    private async Task<ProposalDraft> ChangedAsync(WorkItem item, ProposalDraft draft, CancellationToken cancellationToken)
    {
        if (item.Redraft is not Redraft.Changed || draft.Effects.Count == 0 || item.CurrentEffects.Any(effect => effect.Effect is null))
        {
            return draft;
        }

        var agent = roster.For(item.Intent!);
        var changed = WithinGrant(agent, await agent.DraftAsync(BriefOf(item, item.Intent!, ContextPack.Empty), cancellationToken));
        return changed.Effects.Select(effect => effect.Kind).SequenceEqual(draft.Effects.Select(effect => effect.Kind))
            ? draft with { Effects = changed.Effects, Reasons = [.. draft.Reasons, .. changed.Reasons] }
            : draft with { Reasons = [.. draft.Reasons, "what you wanted changed could not be read; write \"text:\" and the whole new text"] };
    }

    private async Task<(List<JournalEvent> Facts, IReadOnlyList<RecordSnapshot> Read)> DraftAsync(WorkItem item, IReadOnlyList<RecordSnapshot> known, IReadOnlyList<Lesson>? lessons, CancellationToken cancellationToken)
    {
        if (item is { Redraft: Redraft.Answered, Asks: { AskedBy: null } asked } && await missing.KeepAsync(asked, item.OperatorWords[^1], cancellationToken) is { } keep)
        {
            return await KeepAsync(item, keep, known, cancellationToken);
        }

        var facts = new List<JournalEvent>(3);
        var intent = item.Intent!;
        if (understanding.Corrected(item) is { } corrected)
        {
            intent = corrected.Intent;
            facts.Add(corrected.Said);
        }

        if (SplitDraft.Of(item, intent) is { } split)
        {
            facts.Add((await FixAsync(item, AgentName.Kernel, split, ContextPack.Empty, known, cancellationToken)).Drafted);
            return (facts, known);
        }

        var agent = roster.For(intent);
        known = [.. known, .. await related.AroundAsync(item, intent, known, agent.Grant, cancellationToken)];
        RecordSnapshot[] all = [.. known, .. await PolicyAsync(item, cancellationToken)];
        var pack = await context.GatherAsync(item, intent.Category, agent.Grant, all, lessons?.Where(lesson => IsFor(agent, lesson)).ToList(), cancellationToken);
        var draft = WithinGrant(agent, await agent.DraftAsync(BriefOf(item, intent, pack), cancellationToken));
        var (drafted, read) = await FixAsync(item, agent.Name, draft, pack, known, cancellationToken);
        facts.Add(drafted);
        if (draft.Missing is { } fact)
        {
            return ([.. facts, await missing.AskAsync(item, drafted.Proposal, fact, cancellationToken)], read);
        }

        if (draft.Question is { Length: > 0 } question)
        {
            facts.Add(new QuestionAsked(drafted.Proposal) { Personal = new QuestionAsked.Words(question) });
        }

        return (facts, read);
    }

    private static bool IsFor(IAgent agent, Lesson lesson) => lesson is not Lesson.Preferred { Wanted.Agent: { } only } || only == agent.Name;

    /// <summary>The operator's answer becomes a field of a Record before anything is drafted with it.</summary>
    private async Task<(List<JournalEvent> Facts, IReadOnlyList<RecordSnapshot> Read)> KeepAsync(WorkItem item, EffectDraft keep, IReadOnlyList<RecordSnapshot> known, CancellationToken cancellationToken)
    {
        Contracts.Effects.Effect[] effects = [catalog.Fix(keep)];
        var (grounds, read) = await GroundAsync(item, effects, known, cancellationToken);
        var drafted = new ProposalDrafted(new ProposalId(ids.Next()), AgentName.Kernel, Confidence.Certain, [.. effects.Select(catalog.LineOf)])
        {
            Keeps = true,
            Personal = new ProposalDrafted.Words("Keep what you told me, so that I do not ask again.", ["you answered the question"], [], [.. effects.Select(EffectBytes.TextOf)]) { Grounds = grounds },
        };
        return ([drafted], read);
    }

    /// <summary>What an agent proposes beyond its grant is no proposal at all.</summary>
    private static ProposalDraft WithinGrant(IAgent agent, ProposalDraft draft) =>
        draft.Effects.All(effect => agent.Grant.Proposes(effect.Kind) && !Routines.Routines.Owns(effect.Kind)) && (draft.Missing is not { } fact || agent.Grant.SeesRecords(fact.Record.Type))
            ? draft
            : throw new OutsideGrantException($"The {agent.Name} agent proposed what its grant does not allow.");

    /// <summary>Only the operator's own typed words can ask for a change of the policy, so only there an agent gets to know its version.</summary>
    private async Task<IEnumerable<RecordSnapshot>> PolicyAsync(WorkItem item, CancellationToken cancellationToken) =>
        RecordReader.IsTyped(item.Content, item.Received!.Authority)
            ? [await records.PolicyAsync(cancellationToken)]
            : [];

    private AgentBrief BriefOf(WorkItem item, Intent intent, ContextPack pack) => new()
    {
        WorkItem = item.Id,
        Message = item.Content!,
        Authority = item.Received!.Authority,
        Intent = intent,
        Facts = pack.Facts,
        Context = pack,
        OperatorWords = item.WordsForDraft,
        Previous = item.Plan is null ? null : PreviousOf(item),
        ChangeWanted = item.Redraft is Redraft.Changed,
        ReceivedAt = settings.Local(item.OpenedAt),
        TimeZone = settings.TimeZone,
        OperatorName = settings.OperatorName,
        Currency = settings.Currency,
    };

    private static ProposalDraft PreviousOf(WorkItem item) => new()
    {
        Summary = item.Plan!.Words?.Summary ?? string.Empty,
        Reasons = item.Plan.Words?.Reasons ?? [],
        Evidence = item.Plan.Evidence,
        Confidence = item.Plan.Confidence,
        Effects = [.. item.CurrentEffects.Where(effect => effect.Effect is not null).Select(effect => EffectBytes.DraftOf(effect.Effect!))],
        Question = item.Question,
    };

    private async Task<(ProposalDrafted Drafted, IReadOnlyList<RecordSnapshot> Read)> FixAsync(WorkItem item, AgentName agent, ProposalDraft draft, ContextPack pack, IReadOnlyList<RecordSnapshot> known, CancellationToken cancellationToken)
    {
        var effects = draft.Effects.Select(catalog.Fix).ToArray();
        var (grounds, read) = await GroundAsync(item, effects, known, cancellationToken);
        var drafted = new ProposalDrafted(new ProposalId(ids.Next()), agent, draft.Confidence, [.. effects.Select(catalog.LineOf)])
        {
            Personal = new ProposalDrafted.Words(draft.Summary, [.. draft.Reasons, .. pack.Notices], draft.Evidence, [.. effects.Select(EffectBytes.TextOf)])
            {
                Grounds = grounds,
                Conflicts = pack.Conflicts.Concat(await LookalikesAsync(item, cancellationToken)).ToList() is { Count: > 0 } conflicts ? conflicts : null,
                Remembered = PackLines.Of(pack) is { Count: > 0 } lines ? lines : null,
            },
        };
        return (drafted, read);
    }

    /// <summary>Whoever calls themselves as somebody known does: only the operator's own words need no such look.</summary>
    private async Task<IReadOnlyList<string>> LookalikesAsync(WorkItem item, CancellationToken cancellationToken) =>
        item is { Received.Authority: Authority.External, Content.Sender: { Name: { Length: > 0 } name } sender }
            ? Lookalikes.Of(sender, await records.AboutAsync(name, cancellationToken))
            : [];

    /// <summary>Looks up what the effects would touch, also about people whom the message does not name.</summary>
    private async Task<(IReadOnlyList<EffectGrounds>? Grounds, IReadOnlyList<RecordSnapshot> Known)> GroundAsync(
        WorkItem item, Contracts.Effects.Effect[] effects, IReadOnlyList<RecordSnapshot> known, CancellationToken cancellationToken)
    {
        if (effects.Length == 0)
        {
            return (null, known);
        }

        var facts = effects.Select(catalog.FactsOf).ToArray();
        var others = await records.AboutAsync(facts.Select(one => one.Counterparty).OfType<string>(), cancellationToken);
        RecordSnapshot[] all = [.. known.Concat(others).DistinctBy(record => record.Id)];
        return ([.. facts.Select(one => Grounder.Of(one, item.Content, item.Received!.Authority, item.OperatorWords, all))], all);
    }

    private Task<IReadOnlyList<RecordSnapshot>> KnownAsync(WorkItem item, CancellationToken cancellationToken) =>
        records.KnownToAsync(item.Content, item.Received!.Authority, cancellationToken);

    private static IReadOnlyList<RecordVersion> VersionsOf(IEnumerable<RecordSnapshot> known) => [.. known.Select(record => new RecordVersion(record.Id, record.Version))];

    [LoggerMessage(Level = LogLevel.Error, Message = "An agent returned nothing usable for work item {WorkItem}.")]
    private static partial void LogFailed(ILogger logger, Exception fault, string workItem);
}
